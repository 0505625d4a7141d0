const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Elements that begin and end a line. */
export const BLOCKS = set(`address article aside blockquote body br caption
center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2
h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option
p pre section summary table tbody tfoot thead title tr ul`);

/** Elements that hold paragraphs, and are none themselves. */
export const CONTAINERS = set(`article aside blockquote body center dd details
div dl fieldset figure footer form header main ol section table tbody td ul`);

/** Elements whose text is no part of any article. */
export const SKIPPED = set(`script style noscript template iframe svg canvas
math object embed audio video map button select textarea input nav aside
datalist dialog title head form menu figcaption amp-ad amp-sticky-ad amp-embed
amp-sidebar amp-consent amp-carousel amp-lightbox amp-social-share amp-next-page
amp-user-notification`);

/** Elements without content: they are never closed. */
export const VOID = set(`area base br col embed hr img input link meta param
source track wbr`);

/** Elements whose text is text of the document: markup in them is none. */
export const HEADINGS = set("h1 h2 h3 h4 h5 h6");

/** Words of a class or an id that say that an element is furniture. */
export const FURNITURE_NAMES = set(`comment comments sidebar related share
sharing social promo promotion advert advertisement advertising ad ads banner
newsletter cookie cookies consent breadcrumb breadcrumbs menu footer nav navbar
navigation popular recommended recommendations subscribe subscription paywall
signup login widget toolbar pagination trending teaser teasers masthead sponsor
sponsored outbrain taboola hidden modal popup tags disqus readmore more-stories
mostread most-read sr-only visually-hidden skip-link commentlist comment-list
respond replies`);

/** Those of them that are told from their parts: "related-posts". */
export const FURNITURE_PARTS = set(
  `comments sidebar related share sharing social
promo advert advertisement newsletter cookie breadcrumb breadcrumbs menu
recommended recommendations paywall outbrain taboola disqus popular trending
subscribe navbar navigation footer ad ads adslot advertorial sponsored widget
teaser teasers consent gdpr caption captions credit credits`,
);
