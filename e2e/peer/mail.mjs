// A real mail server on this machine (smtp-server from npm), for what the desk sends to its own people.
import { SMTPServer } from 'smtp-server';

/** startMail opens the server and gives its address and the letters that have come, each as {to, raw}. */
export async function startMail() {
  const letters = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  await new Promise((open, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', open);
  });
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    letters,
    stop: () => new Promise((closed) => { server.close(closed); }),
  };
}

/** plain is a letter's plain text, with its quoted-printable taken away. */
export function plain({ raw }) {
  const [, part = ''] = raw.split(/Content-Type: text\/plain[^]*?\r\n\r\n/);
  const text = part.split('\r\n--')[0].replaceAll('=\r\n', '').replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString());
  return text;
}
