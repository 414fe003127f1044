// What the neighbour can do when a test asks it to: one function per act, each taking the JSON body of the request.
import { Temporal } from '@js-temporal/polyfill';
import {
  Announce, Block, Create, Delete, Flag, Follow, Like, Mention, Note, PUBLIC_COLLECTION, Tombstone, Undo, Update,
} from '@fedify/vocab';

/** acts gives the table of what can be asked for, by name. */
export function acts({ context, origin, state }) {
  const sender = { identifier: state.name };
  const me = context.getActorUri(state.name);
  const send = (to, activity) => context.sendActivity(sender, to, activity);
  const fresh = (kind) => new URL(`/acts/${kind}/${++state.count}`, origin);
  const followers = () => [...state.followers.values()];

  /** look fetches an actor or object by its address, with a signed request. (Not by @name@host: WebFinger is https only.) */
  async function look(what) {
    const found = await context.lookupObject(what, { documentLoader: await context.getDocumentLoader(sender) });
    if (!found) throw new Error(`nothing found at ${what}`);
    return found;
  }

  /** stored gives a note of ours that a test names by its address. */
  function stored(id) {
    const entry = state.notes.get(id.split('/').pop());
    if (!entry) throw new Error(`no note ${id}`);
    return entry;
  }

  return {
    /** lookup {what}: the object as another server would read it. */
    async lookup({ what }) {
      return await (await look(what)).toJsonLd({ format: 'compact' });
    },

    /** follow {actor}: ask to follow; the answer arrives as an Accept in the log. */
    async follow({ actor }) {
      const other = await look(actor);
      const follow = new Follow({ id: fresh('follow'), actor: me, object: other.id, to: other.id });
      await send(other, follow);
      return { id: follow.id.href, actor: other.id.href, inbox: other.inboxId.href };
    },

    /** unfollow {actor, id}: take a follow back; id is what follow answered. */
    async unfollow({ actor, id }) {
      const other = await look(actor);
      const follow = new Follow({ id: id ? new URL(id) : fresh('follow'), actor: me, object: other.id });
      await send(other, new Undo({ id: fresh('undo'), actor: me, object: follow }));
      return {};
    },

    /** note {content, inReplyTo?, mention?, visibility?, summary?}: say something; visibility is "public" or "direct". */
    async note({ content, inReplyTo, mention = [], visibility = 'public', summary }) {
      const mentioned = await Promise.all([mention].flat().map(look));
      const number = String(++state.count);
      const id = context.getObjectUri(Note, { identifier: state.name, number });
      const note = new Note({
        id, url: id, attribution: me, content, summary, sensitive: summary ? true : null,
        published: Temporal.Now.instant(), replyTarget: inReplyTo ? new URL(inReplyTo) : null,
        tags: mentioned.map((other) => new Mention({ href: other.id, name: `@${other.preferredUsername}@${other.id.host}` })),
        ...audience(visibility, mentioned, context.getFollowersUri(state.name)),
      });
      const readers = [...(visibility === 'public' ? followers() : []), ...mentioned];
      state.notes.set(number, { note, readers });
      await send(readers, new Create({ id: fresh('create'), actor: me, object: note, tos: note.toIds, ccs: note.ccIds }));
      return { id: id.href, sentTo: readers.length };
    },

    /** update {id, content}: change what was said, to the same readers. */
    async update({ id, content }) {
      const entry = stored(id);
      entry.note = entry.note.clone({ content, updated: Temporal.Now.instant() });
      const { note, readers } = entry;
      await send(readers, new Update({ id: fresh('update'), actor: me, object: note, tos: note.toIds, ccs: note.ccIds }));
      return {};
    },

    /** delete {id}: take it away, to the same readers. */
    async delete({ id }) {
      const { note, readers } = stored(id);
      state.notes.delete(id.split('/').pop());
      const gone = new Tombstone({ id: note.id });
      await send(readers, new Delete({ id: fresh('delete'), actor: me, object: gone, to: PUBLIC_COLLECTION }));
      return {};
    },

    /** like {object, actor}: like somebody's post; actor is whose it is. */
    async like({ object, actor }) {
      const like = new Like({ id: fresh('like'), actor: me, object: new URL(object) });
      await send(await look(actor), like);
      return { id: like.id.href };
    },

    /** undo {id, kind, object, actor}: take back a like or a boost; id is what it answered, kind "Like" or "Announce". */
    async undo({ id, kind, object, actor }) {
      const done = new (kind === 'Like' ? Like : Announce)({ id: new URL(id), actor: me, object: new URL(object) });
      await send(await look(actor), new Undo({ id: fresh('undo'), actor: me, object: done }));
      return {};
    },

    /** leave {actor}: take away the whole account, and say so. */
    async leave({ actor }) {
      await send(await look(actor), new Delete({ id: fresh('leave'), actor: me, object: me, to: PUBLIC_COLLECTION }));
      return {};
    },

    /** announce {object, actor?}: boost a post to our followers, and tell its author. */
    async announce({ object, actor }) {
      const readers = [...followers(), ...(actor ? [await look(actor)] : [])];
      const id = fresh('announce');
      await send(readers, new Announce({
        id, actor: me, object: new URL(object), published: Temporal.Now.instant(),
        to: PUBLIC_COLLECTION, cc: context.getFollowersUri(state.name),
      }));
      return { id: id.href };
    },

    /** flag {actor, objects?, content}: report an account and some of its posts. */
    async flag({ actor, objects = [], content }) {
      const about = [actor, ...objects].map((id) => new URL(id));
      await send(await look(actor), new Flag({ id: fresh('flag'), actor: me, objects: about, content }));
      return {};
    },

    /** refuse {signature}: from now on answer 401 to whoever signs that way, "cavage" or "rfc9421"; nothing is refused without it. */
    async refuse({ signature }) {
      state.refuses = signature;
      return {};
    },

    /** block {actor}: want nothing more from somebody. */
    async block({ actor }) {
      const other = await look(actor);
      await send(other, new Block({ id: fresh('block'), actor: me, object: other.id }));
      return {};
    },
  };
}

/** audience says who a note is addressed to: everybody, or only those it mentions. */
function audience(visibility, mentioned, followers) {
  const named = mentioned.map((other) => other.id);
  if (visibility === 'direct') return { tos: named, ccs: [] };
  return { tos: [PUBLIC_COLLECTION], ccs: [followers, ...named] };
}
