// The worker that a browser keeps for the desk: it shows what it is told, and leads to it. It fetches nothing and keeps
// nothing.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const list = "/aviseringar";

// unread is what is shown of a message that cannot be read: it says still that there is one.
function unread() {
  const lang = self.navigator.language?.startsWith("sv") === false ? "en" : "sv";
  return { body: lang === "sv" ? "Du har en ny avisering." : "You have a new notice.", lang };
}

self.addEventListener("push", (event) => {
  let told;
  try {
    told = event.data.json();
  } catch {
    told = unread();
  }
  const { title = "Tilltal", body = "", path = list, tag = "", lang = "sv" } = told ?? unread();
  event.waitUntil(self.registration.showNotification(title, { body, tag, lang, data: { path } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const path = String(event.notification.data?.path ?? list);
  const asked = new URL(path, self.location.origin);
  const to = asked.origin === self.location.origin ? asked : new URL(list, self.location.origin);
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const here = open.find((client) => client.url === to.href);
    return here ? here.focus() : self.clients.openWindow(to.href);
  })());
});
