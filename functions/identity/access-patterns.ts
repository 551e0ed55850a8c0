import { accessPatterns } from '#platform/storage/access-pattern'

export const identityPatterns = accessPatterns('identity', {
  session: { question: 'Whose session is this?', read: 'get', pk: 'S#{sessionKey}', sk: 'S' },
  sessionsOfPerson: {
    question: 'Where is a person signed in?',
    read: 'query',
    pk: 'P#{personId}',
    sk: 'SE#{sessionKey}',
  },
  invitationsOfDay: {
    question: 'How many were invited on a day, by this person or into this account?',
    read: 'get',
    pk: 'INV#{whose}',
    sk: 'D#{day}',
  },
  signIn: { question: 'Which sign-in was begun with this state?', read: 'get', pk: 'SI#{state}', sk: 'SI' },
  person: {
    question: 'What is this person called and how are they reached?',
    read: 'get',
    pk: 'P#{personId}',
    sk: 'P',
  },
  personOfAddress: {
    question: 'Whose phone number or mail address is this?',
    read: 'get',
    pk: 'PA#{address}',
    sk: 'P',
  },
  membership: {
    question: 'For whom may a person act, and as what?',
    read: 'query',
    pk: 'P#{personId}',
    sk: 'M#{customerId}',
  },
  lastStanding: {
    question: 'For which customer did a person act last?',
    read: 'get',
    pk: 'P#{personId}',
    sk: 'LAST',
  },
  contact: {
    question: 'For which customers may a person be asked for?',
    read: 'query',
    pk: 'P#{personId}',
    sk: 'K#{customerId}',
  },
  contactsOfCustomer: {
    question: 'Whom may one ask for at a customer, sign-in or not?',
    read: 'query',
    index: 'gsi1',
    pk: 'CK#{customerId}',
    sk: '{personId}',
  },
  contactGone: {
    question: 'Since when may a person no longer be asked for at a customer?',
    read: 'get',
    pk: 'P#{personId}',
    sk: 'KG#{customerId}',
  },
  contactsGone: {
    question: 'Whom could one once ask for at a customer?',
    read: 'query',
    index: 'gsi1',
    pk: 'CKG#{customerId}',
    sk: '{personId}',
  },
  staff: { question: 'Which roles has a member of staff?', read: 'get', pk: 'P#{personId}', sk: 'STAFF' },
  membersOfCustomer: {
    question: 'Who may act for a customer?',
    read: 'query',
    index: 'gsi1',
    pk: 'CM#{customerId}',
    sk: '{personId}',
  },
  staffList: {
    question: 'Who works for the company?',
    read: 'query',
    index: 'gsi1',
    pk: 'STAFF',
    sk: '{personId}',
  },
})
