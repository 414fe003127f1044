// What the neighbour remembers. Four kinds of line, each with the time `at`:
//
//   received   an activity whose signature Fedify verified: kind, id, actor, object and, for a note, its content
//   visit      a request somebody made to us: method, url, status, signature (rfc9421, cavage, none)
//   sent       an activity we delivered: url, status, signature
//   error      something that went wrong here
//
// A `received` line proves a signature only together with its `visit` line: Fedify also accepts a proof inside the body
// in place of a signed request. received() in lib/peer.mjs ties the two together.
import { Accept, Announce, Block, Create, Delete, Flag, Like, Move, Note, Reject, Undo, Update } from '@fedify/vocab';

/** Activities that are only written down; what they carry is asked for where it is an object of its own. */
const kinds = { Accept, Announce, Block, Create, Delete, Flag, Like, Move, Reject, Update };
const bodyLimit = 64 * 1024;

export class Diary {
  #lines = [];

  /** log gives every line so far, oldest first. */
  log() {
    return this.#lines;
  }

  /** listen registers a listener for each kind of activity on Fedify's inbox. */
  listen(inbox, { undone }) {
    for (const [kind, type] of Object.entries(kinds)) {
      const carries = type === Create || type === Update;
      inbox.on(type, async (context, activity) => {
        this.received(kind, activity, carries ? await describe(activity, context) : {});
      });
    }
    inbox.on(Undo, async (context, undo) => {
      const inner = await undo.getObject(context);
      this.received('Undo', undo, { undid: inner?.constructor.name });
      if (inner) undone(inner);
    });
    inbox.onError((_, error) => this.failed(error));
  }

  /** received notes an activity that Fedify has verified, and how the request that brought it was signed. */
  received(kind, activity, more = {}) {
    this.#write('received', {
      activity: kind, id: activity.id?.href, actor: activity.actorId?.href,
      object: activity.objectId?.href, objects: activity.objectIds.map((id) => id.href), ...more,
    });
  }

  /** visited notes a request and the answer it got; of a delivery also the body and the headers that matter. */
  visited(request, headers, body, status, answer) {
    const line = {
      method: request.method, url: request.url, agent: headers.get('user-agent'), signature: signature(headers), status,
    };
    if (body) {
      line.body = body.toString().slice(0, bodyLimit);
      line.headers = Object.fromEntries([...headers].filter(([key]) => signed.test(key)));
      if (status >= 400) line.answer = answer.toString().slice(0, 1000);
    }
    this.#write('visit', line);
  }

  /** failed notes an error with its cause. */
  failed(error) {
    this.#write('error', { error: String(error?.stack || error) });
  }

  /** watchFetch wraps fetch so that each delivery is noted: Fedify tries a second signature in silence when the first is refused. */
  watchFetch(fetch) {
    return async (input, init) => {
      const request = input instanceof Request ? input : new Request(input, init);
      const delivery = request.method === 'POST';
      const line = { url: request.url, signature: signature(request.headers) };
      try {
        const response = await fetch(input, init);
        if (delivery) this.#write('sent', { ...line, status: response.status });
        return response;
      } catch (error) {
        if (delivery) this.#write('sent', { ...line, error: String(error.cause ?? error) });
        throw error;
      }
    };
  }

  #write(line, facts) {
    this.#lines.push({ at: new Date().toISOString(), line, ...facts });
  }
}

const signed = /^(signature|signature-input|digest|content-digest|date|host|content-type)$/;

/** signature says which of the two ways of signing a request uses. */
export function signature(headers) {
  if (headers.has('signature-input')) return 'rfc9421';
  return headers.has('signature') ? 'cavage' : 'none';
}

/** describe tells what a Create or an Update carries, as Fedify understood it. */
async function describe(activity, context) {
  const object = await activity.getObject({ ...context, suppressError: false });
  if (!(object instanceof Note)) {
    return { type: object?.constructor.name, name: object?.name?.toString(), content: object?.content?.toString() };
  }
  return {
    type: 'Note', content: object.content?.toString(), summary: object.summary?.toString(), sensitive: object.sensitive,
    inReplyTo: object.replyTargetId?.href, by: object.attributionId?.href,
    published: object.published?.toString(), updated: object.updated?.toString(),
  };
}
