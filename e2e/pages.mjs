// The pages that are looked at and scanned: as a visitor without an account, and as a person at the desk.

/** person is who the demo lets in to see every page of the desk: a communicator, for a voice reads neither record nor settings. */
export const person = {
  email: process.env.TILLTAL_E2E_EMAIL ?? 'nadia@exempelkommun.example',
  password: process.env.TILLTAL_E2E_PASSWORD ?? 'tilltal-demo',
};

/** open is what everybody may read. */
export const open = [
  { name: 'torget', path: '/' },
  { name: 'konto', path: '/torget/vardag_i_sjovik' },
  { name: 'om-kontot', path: '/torget/vardag_i_sjovik/om' },
  { name: 'fraga', path: '/torget/vardag_i_sjovik/fraga' },
  { name: 'sok', path: '/sok?q=sn%C3%B6' },
  { name: 'insyn', path: '/insyn' },
  { name: 'insyn-rattelser', path: '/insyn/rattelser' },
  { name: 'insyn-protokoll', path: '/insyn/protokoll' },
  { name: 'tillganglighet', path: '/tillganglighet' },
  { name: 'logga-in', path: '/logga-in' },
];

/** desk is what the person sees after signing in. */
export const desk = [
  { name: 'idag', path: '/idag' },
  { name: 'skriv', path: '/skriv' },
  { name: 'granska', path: '/granska' },
  { name: 'inkorg', path: '/inkorg' },
  { name: 'kalender', path: '/kalender' },
  { name: 'konton', path: '/konton' },
  { name: 'protokoll', path: '/protokoll' },
  { name: 'installningar', path: '/installningar' },
  { name: 'mitt', path: '/mitt' },
];
