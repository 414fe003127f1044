// What the story says and reads, in both languages. The pages' own words stand here as a person reads them: a button that is
// called something else is another button.

export const words = {
  sv: {
    email: 'E-post', password: 'Lösenord', signIn: 'Logga in', speak: 'På svenska', write: /^Skriv/, saveDraft: 'Spara utkast',
    begin: 'Börja skriva', text: 'Vad vill du berätta?', fix: 'Åtgärda', files: 'Lägg till bilder', addPicture: 'Lägg till', alt: 'Vad ser man på bilden?',
    topics: 'Ämnen', purpose: 'Syfte', more: 'Språk och varning', language: 'Vilket språk är texten på?',
    number: 'personnummer', own: 'Du kan publicera själv.', decides: 'Annars avgör', publish: 'Publicera nu', ask: 'Be om en läsning', waits: 'Nu väntar texten på',
    reads: 'Här läser alltid en kollega först.', approve: 'Godkänn', approved: 'Godkänd. Texten är på väg ut.', published: 'Publicerat!',
    correct: 'Rätta', wrong: 'Vad var fel?', right: 'Vad är rätt?', why: 'Varför blev det fel?', now: 'Vad händer nu?', postText: 'Inläggets text',
    readThrough: 'Läs igenom rättelsen', publishCorrection: 'Publicera rättelsen', correctedNow: 'Rättat! Rättelsen står först i inlägget.', corrected: 'Rättat',
    askUs: 'Ställ en fråga', wonder: 'Vad undrar du?', name: 'Vad heter du?', sendQuestion: 'Skicka frågan', thanks: 'Tack, vi har fått din fråga', answered: 'Du har fått svar',
    open: 'Öppna', take: 'Ta samtalet', taken: 'Samtalet är ditt.', note: 'Anteckna', noteText: 'Intern anteckning', saveNote: 'Spara anteckningen', noted: 'Anteckningen är sparad.',
    answer: 'Svara nu', sent: 'Svaret är skickat.', before: 'Ändrad. Visa vad som stod före', takenBack: 'Tagen tillbaka av den som skrev', whatItSaid: 'Visa vad som stod',
    close: 'Avsluta', outcome: 'Frågan är besvarad', closeIt: 'Avsluta samtalet', closed: 'Samtalet är avslutat.',
    withdraw: 'Ta bort från torget', ground: 'Missvisande', reason: 'Varför, för protokollet', public: 'Vad ska det stå där inlägget fanns?', withdrawn: 'Inlägget är borta från torget.',
    figures: 'Så snart svarar vi', linesOnRecord: 'Protokollet har',
  },
  en: {
    email: 'E-mail', password: 'Password', signIn: 'Sign in', speak: 'In English', write: /^Write/, saveDraft: 'Save draft',
    begin: 'Start writing', text: 'What do you want to tell?', fix: 'Put right', files: 'Add pictures', addPicture: 'Add', alt: 'What does the picture show?',
    topics: 'Topics', purpose: 'Purpose', more: 'Language and warning', language: 'Which language is the text in?',
    number: 'personal identity number', own: 'You can publish yourself.', decides: 'Otherwise', publish: 'Publish now', ask: 'Ask for a reading', waits: 'The text now waits for',
    reads: 'Here a colleague always reads first.', approve: 'Approve', approved: 'Approved. The text is on its way out.', published: 'Published!',
    correct: 'Correct', wrong: 'What was wrong?', right: 'What is right?', why: 'Why did it go wrong?', now: 'What happens now?', postText: "The post's text",
    readThrough: 'Read the correction through', publishCorrection: 'Publish the correction', correctedNow: 'Corrected! The correction stands first in the post.', corrected: 'Corrected',
    askUs: 'Ask a question', wonder: 'What would you like to ask?', name: 'What is your name?', sendQuestion: 'Send the question', thanks: 'Thank you, we have your question', answered: 'You have an answer',
    open: 'Open', take: 'Take it', taken: 'The conversation is yours.', note: 'Note', noteText: 'Internal note', saveNote: 'Save the note', noted: 'The note is saved.',
    answer: 'Answer now', sent: 'The answer is sent.', before: 'Changed. Show what it said before', takenBack: 'Taken back by the writer', whatItSaid: 'Show what it said',
    close: 'Close', outcome: 'The question is answered', closeIt: 'Close the conversation', closed: 'The conversation is closed.',
    withdraw: 'Take off the square', ground: 'Misleading', reason: 'Why, for the record', public: 'What shall stand where the post was?', withdrawn: 'The post is off the square.',
    figures: 'How soon we answer', linesOnRecord: 'The record has',
  },
};

/** texts are what the people of the story write. The personal number is one of the tax agency's own for tests. */
export const texts = {
  sv: {
    post: 'Vi planterar tolv nya lindar längs Storgatan i dag.\n\nUndrar du något? Fråga oss här.', slip: '19121212-1212',
    corrected: 'Vi planterar tio nya lindar längs Storgatan i dag.\n\nUndrar du något? Fråga oss här.',
    alt: 'Två personer sätter en ung lind vid Storgatan.', topics: 'träd, storgatan', purpose: 'Berätta om vardagen',
    wrong: 'Vi skrev tolv nya lindar.', right: 'Det är tio nya lindar.', why: 'Vi räknade fel i beställningen.', now: 'Två till kommer i maj.',
    question: 'Hur ofta vattnar ni lindarna på Storgatan?', citizen: 'Maja', answer: 'Vi vattnar dem varje vecka hela första sommaren.',
    remark: 'Får man hämta ved från de gamla träden?', remarkEdited: 'Får man hämta flis från de gamla träden?', remarkAnswer: 'Ja, kom till förrådet på torsdag.',
    note: 'Jag ringde driften. Det är varje vecka.', reason: 'Planteringen flyttades till en annan gata.', public: 'Vi planterar lindarna på en annan gata.',
  },
  en: {
    post: 'Today we plant twelve new lime trees along Storgatan.\n\nDo you wonder about something? Ask us here.', slip: '19121212-1212',
    corrected: 'Today we plant ten new lime trees along Storgatan.\n\nDo you wonder about something? Ask us here.',
    alt: 'Two people plant a young lime tree by Storgatan.', topics: 'trees, storgatan', purpose: 'Informera',
    wrong: 'We wrote twelve new lime trees.', right: 'There are ten new lime trees.', why: 'We counted wrong in the order.', now: 'Two more come in May.',
    question: 'How often do you water the lime trees on Storgatan?', citizen: 'Maja', answer: 'We water them every week the whole first summer.',
    remark: 'May one fetch firewood from the old trees?', remarkEdited: 'May one fetch wood chips from the old trees?', remarkAnswer: 'Yes, come to the yard on Thursday.',
    note: 'I called the yard. It is every week.', reason: 'The planting moved to another street.', public: 'We plant the lime trees on another street.',
  },
};
