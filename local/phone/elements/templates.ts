// The shadow trees of the built-in elements; h-* is a real HTML element. Without the DOM: the compiler reads this too.
const field = (tag: string, more: string): string =>
  `<h-div wx:if="{{empty}}" class="wx-placeholder placeholder-class {{placeholderClass}}" style="{{placeholderStyle}}">{{placeholder}}</h-div>` +
  `<h-${tag} class="wx-field" disabled="{{disabled}}" maxlength="{{limit}}" aria-label="{{label}}" catch:input="onInput" catch:focus="onFocus" catch:blur="onBlur" bind:keydown="onKey" ${more} />`

/** Built-in element → its template. */
export const templates: Readonly<Record<string, string>> = {
  image: '<h-img class="wx-img" src="{{shown}}" alt="{{alt}}" catch:load="onLoad" catch:error="onError" />',
  button: '<slot/>',
  input: field('input', 'type="{{kind}}" inputmode="{{mode}}"'),
  textarea: field('textarea', ''),
  form: '<slot/>',
  label: '<slot/>',
  'scroll-view':
    "<h-div class=\"wx-scroll {{scrollX ? 'wx-scroll-x' : ''}} {{scrollY ? 'wx-scroll-y' : ''}} {{enableFlex ? 'wx-scroll-flex' : ''}}\" bind:scroll=\"onScroll\"><slot/></h-div>",
  swiper: '<h-div class="wx-swipe" bind:scroll="onScroll"><slot/></h-div>',
  'swiper-item': '<slot/>',
  switch:
    '<h-input type="checkbox" class="wx-switch" role="switch" disabled="{{disabled}}" catch:change="onChange"/>',
  checkbox:
    '<h-input type="checkbox" class="wx-tick" disabled="{{disabled}}" catch:change="onChange"/><slot/>',
  'checkbox-group': '<slot/>',
  radio: '<h-input type="radio" class="wx-tick" disabled="{{disabled}}" catch:change="onChange"/><slot/>',
  'radio-group': '<slot/>',
  slider:
    '<h-input type="range" class="wx-range" min="{{min}}" max="{{max}}" step="{{step}}" disabled="{{disabled}}" catch:input="onInput" catch:change="onChange"/>',
  progress: '<h-progress class="wx-progress" value="{{percent}}" max="100"></h-progress>',
  'picker-view': '<slot/>',
  'picker-view-column':
    '<h-div class="wx-column" bind:scroll="onScroll"><h-div class="wx-column-pad"/><slot/><h-div class="wx-column-pad"/></h-div>',
  picker: '<slot/>',
  navigator: '<slot/>',
  'rich-text': '<h-div class="wx-rich"/>',
  'root-portal': '<slot/>',
  'page-meta': '<slot/>',
  canvas: '<h-canvas class="wx-canvas"/>',
  video: '<h-video class="wx-video" src="{{src}}" controls playsinline/>',
}

/** Elements that are there without a template of their own. */
const plain = [
  'view',
  'text',
  'block',
  'cover-view',
  'cover-image',
  'icon',
  'page',
  'match-media',
  'page-container',
]

/** Every element name that WXML and WXSS may use. */
export const tags: ReadonlySet<string> = new Set([...Object.keys(templates), ...plain])

/** Elements WeChat has and this phone has not: they fail with their own name. */
export const absentTags: readonly string[] = [
  'map',
  'live-player',
  'live-pusher',
  'camera',
  'web-view',
  'movable-area',
  'movable-view',
  'audio',
  'ad',
  'official-account',
  'open-data',
  'editor',
  'functional-page-navigator',
  'voip-room',
  'channel-live',
  'channel-video',
]
