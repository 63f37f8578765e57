import type vi from './vi'

const en: typeof vi = {
  home: 'Home',
  toHome: 'Thi Số, home page',
  practice: 'Practice',
  joinClass: 'Join a class',
  guide: 'Guide',
  privacy: 'Privacy',
  signIn: 'Sign in',
  signUp: 'Sign up',
  signOut: 'Sign out',
  signedOut: 'You are signed out on this device.',
  profile: 'My profile',
  history: 'My attempts',
  organizing: 'Organizers’ pages',
  menu: 'Menu',
  accountMenu: 'Account: {{name}}',
  notices: 'Notices',
  noticesUnread: 'Notices, {{number}} unread',
  theme: 'Appearance',
  mustChangePassword: 'You are using a temporary password. Please set your own.',
  changePassword: 'Change password',
  checkingConnection: 'Checking the connection…',
  footer: {
    label: 'Foot of the page',
    line: 'Thi Số. Times are Vietnam time, by the server’s clock.',
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address may be old or mistyped.',
  },
  crash: {
    title: 'Something went wrong',
    text: 'What was saved on the server is safe. Reload the page to go on.',
    chunkTitle: 'The page could not be loaded',
    chunkText: 'The connection may be weak, or the site has just been updated. Reload the page to go on.',
    reload: 'Reload the page',
  },
}

export default en
