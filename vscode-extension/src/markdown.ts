import MarkdownIt from 'markdown-it';

/** A line that the course uses as an anchor: <a id="name"></a>. */
const anchor = /^<a id="([\w-]+)"><\/a>$/;

/** A comment on one line; the course notes there what its tests run. */
const comment = /^<!--.*-->$/;

const markdown = new MarkdownIt({ html: false, linkify: false });

// HTML stays off: all that the course's pages use of it is anchors and comments.
markdown.block.ruler.before(
  'paragraph',
  'anchor',
  (state, line, _end, silent) => {
    const text = state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim();
    const id = anchor.exec(text)?.[1];
    if (id === undefined && !comment.test(text)) {
      return false;
    }
    if (!silent) {
      state.line = line + 1;
      if (id !== undefined) {
        state.push('anchor', 'a', 0).attrSet('id', id);
      }
    }
    return true;
  },
  { alt: ['paragraph', 'blockquote', 'list'] },
);
markdown.renderer.rules.anchor = (tokens, at, _options, _env, self) =>
  `<a class="anchor"${self.renderAttrs(tokens[at] ?? fail())}></a>\n`;

// The view decides where a link leads: a lesson, a file, a browser.
markdown.renderer.rules.link_open = (tokens, at, options, _env, self) => {
  const token = tokens[at] ?? fail();
  token.attrSet('data-href', String(token.attrGet('href')));
  token.attrSet('href', '#');
  return self.renderToken(tokens, at, options);
};
markdown.renderer.rules.table_open = () => '<div class="table"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';

/** Renders a page of the course. The result holds no markup of the page's own but anchors. */
export function render(text: string): string {
  return markdown.render(text);
}

function fail(): never {
  throw new Error('a renderer was called without its token');
}
