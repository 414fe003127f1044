// What somebody signs in with besides a password: a telephone with a passkey, made of Chromium's virtual authenticator, and an
// app that shows codes (RFC 6238).
import { createHmac } from 'node:crypto';

/** phone puts a telephone with a fingerprint reader beside the page; shy is one whose finger is never recognised. */
export async function phone(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true,
  } });
  return {
    keys: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    shy: async (is) => await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: !is }),
    /** rewind makes the counter go backwards, as in a copy that was made earlier. */
    rewind: async () => {
      const [credential] = (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
      await session.send('WebAuthn.clearCredentials', { authenticatorId });
      await session.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount: 0 } });
    },
  };
}

/** codeOf is what an app shows for a secret at a time. */
export function codeOf(secret, at = Date.now()) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll(' ', '')].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', key).update(step).digest();
  return String((mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
