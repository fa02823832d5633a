// What the user agent string says. It is evidence of a name and no more: it chooses words and pictures, never behaviour.
/** @import { Browser, Engine, Form, Os } from '../words.js' */

/**
 * @typedef {{ ua: string, engine: Engine, touch: number, standalone: boolean, brave: boolean, telegram: boolean,
 *   program: string, brands: string[], mobile: boolean | undefined }} Clues  `touch`: `maxTouchPoints`. `brands`, `mobile`: of
 *   `userAgentData`. `program`: what its own globals give away as a program around the page.
 * @typedef {{ browser: Browser, version: number, os: Os, os_version: number, form: Form, in_app: string }} Names
 */

// Apps that show pages themselves. First match wins, so what an app is comes before what it is built with.
/** @type {[RegExp, string][]} */
const APPS = [
  [/\bInstagram/i, 'Instagram'],
  [/\bBarcelona/, 'Threads'],
  [/\bFB[\w_]*\/?Messenger|\bMessengerForiOS|FB_IAB\/Orca|FB_IAB\/MESSENGER/i, 'Messenger'],
  [/\bFB(AN|AV|_IAB|IOS|4A)\b|\bFacebook|\[FB/i, 'Facebook'],
  [/musical_ly|Bytedance|\btrill_/i, 'TikTok'],
  [/\bLine\//i, 'LINE'],
  [/MicroMessenger\//i, 'WeChat'],
  [/Snapchat/i, 'Snapchat'],
  [/LinkedInApp/i, 'LinkedIn'],
  [/\bTwitter/, 'X'],
  [/\b(WAiOS|WA4A)\//, 'WhatsApp'],
  [/KAKAOTALK/i, 'KakaoTalk'],
  [/\bPinterest\//, 'Pinterest'],
  [/\bGSA\//, 'Google'],
  [/\bSlack/, 'Slack'],
  [/\bTeams\//, 'Teams'],
  [/\bdiscord\//i, 'Discord'],
  [/\bElectron\//, 'Electron'],
  [/\bValve Steam/, 'Steam'],
  [/\bQtWebEngine\//, 'Qt'],
];

// Browsers that call themselves Chrome or Safari too come first.
/** @type {[RegExp, Browser][]} */
const BROWSERS = [
  [/\bSamsungBrowser\/(\d+)/, 'samsung'],
  [/\b(?:OPR|OPiOS|OPT|OPX)\/(\d+)/, 'opera'],
  [/\b(?:Edg|EdgA|EdgiOS|Edge)\/(\d+)/, 'edge'],
  [/\bVivaldi\/(\d+)/, 'vivaldi'],
  [/\bBrave\/(\d+)?/, 'brave'],
  [
    /\b(?:YaBrowser|DuckDuckGo|Ddg|UCBrowser|MiuiBrowser|HuaweiBrowser|Whale|Silk|QQBrowser|MQQBrowser|Epiphany|Focus|Klar|Seamonkey)\/(\d+)/i,
    'other',
  ],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'firefox'],
  [/\b(?:CriOS|HeadlessChrome|Chrome|Chromium)\/(\d+)/, 'chrome'],
  [/\bVersion\/(\d+).*\bSafari\//, 'safari'],
];

/** @param {RegExp} pattern @param {string} text */
const number = (pattern, text) => Number(pattern.exec(text)?.[1] ?? 0);

/** @param {Clues} clues @returns {Os} */
function osOf({ ua, engine, touch }) {
  if (/Windows/.test(ua)) return 'windows';
  if (/Android/.test(ua)) return 'android';
  if (/\b(iPhone|iPad|iPod)\b/.test(ua)) return 'ios';
  // An iPad asks for desktop pages by calling itself a Macintosh. No Macintosh has a touch screen.
  if (/Macintosh/.test(ua)) return touch > 1 && engine === 'webkit' ? 'ios' : 'macos';
  if (/\bCrOS\b/.test(ua)) return 'chromeos';
  return /Linux|X11/.test(ua) ? 'linux' : 'other';
}

/** 0 where the string does not tell: browsers froze this part of it. @param {Os} os @param {string} ua */
function osVersionOf(os, ua) {
  if (os === 'windows') {
    const [, major = '0', minor = '0'] = /Windows NT (\d+)\.(\d+)/.exec(ua) ?? [];
    if (major !== '6') return Number(major); // 11 says 10 as well
    return Number(minor) >= 2 ? 8 : 7;
  }
  if (os === 'android') return /Android 10; K\b/.test(ua) ? 0 : number(/Android (\d+)/, ua);
  if (os === 'ios') {
    // From 26 on Safari freezes the system's number at 18, and its own number is the system's.
    return Math.max(number(/\bOS (\d+)_/, ua), /\bSafari\//.test(ua) ? number(/Version\/(\d+)/, ua) : 0);
  }
  return 0; // macOS says 10.15 for ever
}

/** @param {Os} os @param {Clues} clues @returns {Form} */
function formOf(os, { ua, mobile }) {
  if (os === 'ios') return /\b(iPhone|iPod)\b/.test(ua) ? 'mobile' : 'tablet';
  if (os === 'android') return mobile || /Mobile/.test(ua) ? 'mobile' : 'tablet';
  return mobile || /Mobile/.test(ua) ? 'mobile' : 'desktop';
}

/** @param {Os} os @param {Clues} clues */
function appOf(os, { ua, engine, standalone, telegram, program }) {
  const known = APPS.find(([pattern]) => pattern.test(ua));
  if (known) return known[1];
  if (telegram) return 'Telegram';
  if (program) return program;
  // A web view without a name. A page on the home screen of iOS, or in the Dock, lacks "Safari/" as well, but is no guest.
  const apple = os === 'ios' || (os === 'macos' && engine === 'webkit');
  const unnamed = (os === 'android' && /;\s*wv\)/.test(ua)) || (apple && !/Safari\//.test(ua) && !standalone);
  return unnamed ? 'webview' : '';
}

/** @param {Clues} clues @returns {Names} */
export function namesFrom(clues) {
  const { ua, engine, brave, brands, standalone } = clues;
  const os = osOf(clues);
  const os_version = osVersionOf(os, ua);
  const in_app = appOf(os, clues);
  const found = BROWSERS.find(([pattern]) => pattern.test(ua));
  let browser = found?.[1] ?? 'other';
  let version = found ? number(found[0], ua) : 0;

  if (browser === 'chrome' && (brave || brands.includes('Brave'))) browser = 'brave';
  if (browser === 'chrome' && brands.includes('Vivaldi')) browser = 'vivaldi';
  if (browser === 'safari' && os !== 'macos' && os !== 'ios') browser = 'other'; // WebKitGTK, WPE, the old Android browser
  if (browser === 'other' && os === 'ios' && standalone && !in_app && engine === 'webkit') {
    browser = 'safari'; // opened from the home screen
    version = os_version;
  }
  if (in_app) browser = 'other'; // the app decides about permissions, and its menus are not the browser's
  return { browser, version, os, os_version, form: formOf(os, clues), in_app };
}
