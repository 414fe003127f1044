// Somebody who is human: she answers the question that the square's forms ask, in Swedish and English, out of her head.
import { until } from './wait.mjs';

const numbers = {
  sv: 'noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo',
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
};
const circles = {
  sv: ['måndag tisdag onsdag torsdag fredag lördag söndag', 'januari februari mars april maj juni juli augusti september oktober november december'],
  en: ['Monday Tuesday Wednesday Thursday Friday Saturday Sunday', 'January February March April May June July August September October November December'],
};
const things = {
  sv: {
    'en årstid': 'vinter sommar höst', 'en färg': 'röd grön gul svart vit brun', 'ett djur': 'hund katt häst ko älg räv får kanin',
    'en frukt': 'äpple banan päron citron ananas', 'en möbel': 'stol soffa säng bokhylla fåtölj', 'ett verktyg': 'hammare såg spade skruvmejsel yxa',
    'ett klädesplagg': 'tröja jacka strumpa kjol mössa byxor', 'ett fordon': 'bil buss cykel lastbil traktor', 'en kroppsdel': 'hand fot näsa armbåge öra',
    'en byggnad': 'kyrka skola sjukhus ladugård slott', 'något man dricker': 'mjölk kaffe läsk te', 'ett slags väder': 'regn åska dimma hagel',
  },
  en: {
    'a season': 'winter summer autumn', 'a colour': 'red green yellow black white brown', 'an animal': 'dog cat horse cow elk fox sheep rabbit',
    'a fruit': 'apple banana pear lemon pineapple', 'a piece of furniture': 'chair sofa bed bookcase armchair', 'a tool': 'hammer saw spade screwdriver axe',
    'a piece of clothing': 'jumper jacket sock skirt cap trousers', 'a vehicle': 'car bus bicycle lorry tractor', 'a part of the body': 'hand foot nose elbow ear',
    'a building': 'church school hospital barn castle', 'something you drink': 'milk coffee lemonade tea', 'a kind of weather': 'rain thunder fog hail',
  },
};
const ways = {
  sv: {
    sum: /^Vad är (.+) plus (.+)\?$/, difference: /^Vad är (.+) minus (.+)\?$/, belongs: /^Vilket av orden är (.+): (.+)\?$/,
    after: /^Vilken (?:dag|månad) kommer efter (.+)\?$/, before: /^Vilken (?:dag|månad) kommer före (.+)\?$/,
    place: /^Skriv det (.+) av orden: (.+)\.$/, count: /^Hur många ord är det här: (.+)\?$/,
    largest: /^Vilket tal är störst: (.+)\?$/, smallest: /^Vilket tal är minst: (.+)\?$/, places: ['första', 'andra', 'tredje', 'sista'],
  },
  en: {
    sum: /^What is (.+) plus (.+)\?$/, difference: /^What is (.+) minus (.+)\?$/, belongs: /^Which of the words is (.+): (.+)\?$/,
    after: /^Which (?:day|month) comes after (.+)\?$/, before: /^Which (?:day|month) comes before (.+)\?$/,
    place: /^Write the (.+) of the words: (.+)\.$/, count: /^How many words are these: (.+)\?$/,
    largest: /^Which number is the largest: (.+)\?$/, smallest: /^Which number is the smallest: (.+)\?$/, places: ['first', 'second', 'third', 'last'],
  },
};

/** answerOf is what a person answers, as she would write it. */
export function answerOf(question, language) {
  const way = ways[language];
  const value = (word) => numbers[language].split(' ').indexOf(word);
  const row = (list) => list.split(', ');
  const beside = (word, step) => {
    const circle = circles[language].map((c) => c.split(' ')).find((c) => c.includes(word));
    return circle[(circle.indexOf(word) + step + circle.length) % circle.length];
  };
  const answers = {
    sum: (a, b) => String(value(a) + value(b)),
    difference: (a, b) => String(value(a) - value(b)),
    belongs: (kind, list) => row(list).find((word) => things[language][kind].split(' ').includes(word)),
    after: (word) => beside(word, 1),
    before: (word) => beside(word, -1),
    place: (which, list) => row(list)[way.places.indexOf(which)],
    count: (list) => String(row(list).length),
    largest: (list) => String(Math.max(...row(list).map(value))),
    smallest: (list) => String(Math.min(...row(list).map(value))),
  };
  for (const [kind, answer] of Object.entries(answers)) {
    const asked = question.match(way[kind]);
    if (asked) return answer(...asked.slice(1));
  }
  throw new Error(`a question that nobody has thought of: ${question}`);
}

/** haste is what the form takes for a robot's: base/human says two seconds. */
const haste = 2100;

/** haveRead waits until a person could have read a form that came at a moment of performance.now(). */
export async function haveRead(came) {
  await until('somebody to have read the form', () => performance.now() - came > haste);
}
