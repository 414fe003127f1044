// An OpenID Connect provider that others wrote (panva/oidc-provider), in the test's own process so that the test can change its
// people, make it lie, and take it away. Its own pages ask for a name and any password, and then for consent.
import http from 'node:http';
import { Provider } from 'oidc-provider';

/**
 * startProvider starts the provider on an address that the desk already knows.
 * @param {{port: number, desk: string, people: Record<string, object>}} options people are claims by the name one signs in with
 */
export async function startProvider({ port, desk, people }) {
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: 'tilltal', client_secret: secret, redirect_uris: [`${desk}/logga-in/oidc/svar`], post_logout_redirect_uris: [`${desk}/logga-in?ut=1`],
      grant_types: ['authorization_code'], response_types: ['code'], backchannel_logout_uri: `${desk}/logga-in/oidc/utloggning`, backchannel_logout_session_required: true,
    }],
    claims: { openid: ['sub'], profile: ['name', 'given_name'], email: ['email', 'email_verified'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'email', 'groups'], conformIdTokenClaims: false, pkce: { required: () => true }, cookies: { keys: ['test'] },
    findAccount: (_, name) => people[name] && { accountId: name, claims: () => ({ sub: `user-${name}`, email_verified: true, ...people[name] }) },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true }, backchannelLogout: { enabled: true } },
    fetch: (url, { dispatcher, ...options }) => globalThis.fetch(url, options), // its own refuses to call this machine
    ttl: { IdToken: 3600, AccessToken: 600, Interaction: 600, Session: 3600, Grant: 3600, AuthorizationCode: 60 },
  });
  return new Neighbour(provider, issuer, port, people).open();
}

/** secret is the desk's at the provider. */
export const secret = 'ett-hemligt-ord-bara-for-prov';

class Neighbour {
  #provider;
  #port;
  #server;

  constructor(provider, issuer, port, people) {
    this.#provider = provider;
    this.#port = port;
    this.issuer = issuer;
    this.people = people;
    this.nonce = undefined; // what it says instead of the nonce it was given
    this.told = []; // what the desk answered when it was told of a sign-out
    provider.use(async (ctx, next) => {
      if (this.nonce && ctx.path === '/auth') ctx.query = { ...ctx.query, nonce: this.nonce };
      await next();
    });
    provider.on('backchannel.success', () => this.told.push('heard'));
    provider.on('backchannel.error', (_, error) => this.told.push(String(error)));
  }

  /** open lets it answer; also after close. */
  async open() {
    const server = http.createServer(this.#provider.callback());
    await new Promise((resolve, reject) => server.once('error', reject).listen(this.#port, '127.0.0.1', resolve));
    this.#server = server;
    return this;
  }

  /** close takes it away. */
  async close() {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => (this.#server ? this.#server.close(resolve) : resolve()));
    this.#server = undefined;
  }
}
