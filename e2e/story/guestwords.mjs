// What the guest week says and reads, in both languages. The post is in Swedish in both: it is for the people of Sjövik.
export const guestWords = {
  sv: {
    shifts: 'Passen', invite: 'Bjud in till en gästvecka', inviteNow: 'Bjud in', invited: 'Tomasz Kowal är inbjuden',
    purpose: 'Tomasz visar vad som händer med ett brev till kommunen.', about: 'Jag ser till att alla kan hitta det som kommunen har skrivit.',
    invitation: 'Nadia bjuder in dig till en gästvecka på Vardag i Sjövik', seeInvitation: 'Se inbjudan', presentYourself: /^Presentera dig/,
    save: 'Spara', presented: 'Det syns på torget när du har pass.', onShift: 'Du är på pass för Vardag i Sjövik', readFrames: /^Läs ramarna/,
    begin: 'Börja skriva', text: 'Vad vill du berätta?', saveDraft: 'Spara utkast', own: 'Du kan publicera själv.', publish: 'Publicera nu', published: 'Publicerat!',
    post: 'I går kom 41 brev till kommunen. Vi läste alla före lunch.', guest: 'Veckans gäst: Tomasz',
    waitsFor: 'Väntar på att', lines: 'Många vill veta hur man begär ut en handling. Mallen ligger i svarsbanken.', saveLines: 'Spara dina rader', linesSaved: 'Nästa ser dina rader.',
    takeOverAfter: 'Ta över efter Tomasz', takeOver: 'Jag tar över', takenOver: 'Du har tagit över.', toTalk: 'Till efterpratet', onePost: 'inlägg',
    best: 'Att så många ville veta hur det går till.', thanks: 'Tack. Det hjälper nästa.',
  },
  en: {
    shifts: 'The shifts', invite: 'Invite to a guest week', inviteNow: 'Invite', invited: 'Tomasz Kowal is invited',
    purpose: 'Tomasz shows what happens to a letter to the municipality.', about: 'I see to it that everybody can find what the municipality has written.',
    invitation: 'Nadia invites you to a guest week at Vardag i Sjövik', seeInvitation: 'See the invitation', presentYourself: /^Introduce yourself/,
    save: 'Save', presented: 'It shows on the square while you have a shift.', onShift: 'You are on shift for Vardag i Sjövik', readFrames: /^Read the frames/,
    begin: 'Start writing', text: 'What do you want to tell?', saveDraft: 'Save draft', own: 'You can publish yourself.', publish: 'Publish now', published: 'Published!',
    post: 'I går kom 41 brev till kommunen. Vi läste alla före lunch.', guest: 'The guest of the week: Tomasz',
    waitsFor: 'Waits for', lines: 'Many want to know how to ask for a document. The template is in the answer bank.', saveLines: 'Save your lines', linesSaved: 'The next one sees your lines.',
    takeOverAfter: 'Take over after Tomasz', takeOver: 'I take over', takenOver: 'You have taken over.', toTalk: 'To the after-talk', onePost: 'post',
    best: 'That so many wanted to know how it is done.', thanks: 'Thank you. It helps the next one.',
  },
};
