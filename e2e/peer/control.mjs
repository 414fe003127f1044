// The neighbour's control port: JSON in, JSON out, on loopback, for tests only.
//
//   POST /ACT        does one of the acts in peer/acts.mjs
//   GET  /log        everything received, visited and sent, oldest first
//   GET  /followers  who follows the actor
//   GET  /notes      the notes that stand
//   POST /quit       ends the process
import http from 'node:http';

/** control makes the server; it is not listening yet. */
export function control(acts, { diary, state }) {
  const answers = {
    log: () => diary.log(),
    followers: () => [...state.followers.keys()],
    notes: () => [...state.notes.values()].map(({ note }) => note.id.href),
  };
  return http.createServer(async (request, response) => {
    const asked = request.url.slice(1);
    try {
      if (request.method === 'GET' && Object.hasOwn(answers, asked)) return reply(response, 200, answers[asked]());
      if (request.method !== 'POST') return reply(response, 404, { error: `GET ${Object.keys(answers).join(', ')}` });
      if (asked === 'quit') return reply(response, 200, {}).on('finish', () => process.exit(0));
      if (!Object.hasOwn(acts, asked)) return reply(response, 404, { error: `POST ${Object.keys(acts).join(', ')}` });
      reply(response, 200, await acts[asked](await body(request)));
    } catch (error) {
      diary.failed(error);
      reply(response, 500, { error: String(error?.stack || error) });
    }
  });
}

function reply(response, status, value) {
  return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value, null, 1));
}

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString() || '{}');
}
