/**
 * The style that every chart carries inside itself, so that it looks the same
 * in a notebook, on a page and as a file. Colours are variables with a light
 * and a dark value; hues are told apart with any colour vision (after Okabe and
 * Ito, Color Universal Design, 2008) and differ in lightness for grey print.
 * The wide drawing gives way where its text would be smaller than 11 pixels.
 */
export const THEME = `
.tallystick{--paper:#fff;--ink:#1b1f24;--soft:#57606a;--line:#d8dee4;
--official:#00518a;--attributed:#0b7a5b;--unverified:#b45309;--contested:#a3206f;
--none:#6e7781;--stale:#b3261e;--band:#00518a22;--gap:#a3206f1f;
width:100%;max-width:960px;height:auto;
aspect-ratio:var(--wide-ratio);background:var(--paper);color:var(--ink);
font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.tallystick .narrow{display:none}
.tallystick text{fill:var(--ink);white-space:pre}
.tallystick .soft,.tallystick .soft text,.tallystick .axis text{fill:var(--soft)}
.tallystick .title{font-size:17px;font-weight:650}
.tallystick .strong text{font-weight:650}
.tallystick :is(rect,path,line,circle,text):not(:has(title)){pointer-events:none}
.tallystick .target :is(rect:hover,:focus rect,.marked rect){fill:var(--band);
fill-opacity:1;opacity:1}
@media (max-width:800px){.tallystick{aspect-ratio:var(--narrow-ratio);max-width:560px}
.tallystick .wide{display:none}.tallystick .narrow{display:inline}}
@media (prefers-color-scheme:dark){.tallystick{--paper:#14171b;--ink:#e6e9ec;
--soft:#a3acb5;--line:#343b43;--official:#6cb6ff;--attributed:#4ac9a0;
--unverified:#f0a35e;--contested:#f08cc4;--none:#9aa4ae;--stale:#ff8a80;
--band:#6cb6ff2e;--gap:#f08cc433}}
@media print{.tallystick{--paper:#fff;--ink:#000;--soft:#333;--line:#bbb}}
`.trim();
