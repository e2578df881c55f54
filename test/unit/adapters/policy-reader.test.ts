import { describe, expect, test } from "vitest";
import { takeApart as read } from "../../../src/adapters/policy-reader/take-apart.ts";
import type { SourceSection } from "../../../src/core/domain/source-document.ts";

/** The points of lists; a paragraph is one, too, in the order they stand. */
const inLists = ({ points }: SourceSection) => points.filter((point) => point.isProse !== true);

describe("Markdown", () => {
  test("gives a table's words without their markup, under the nearest heading", () => {
    const { tables, title } = read(
      "# Policy\n\n## Matrix\n\n| **Change** | `Slack` |\n|:--|--|\n| [Release](https://example.org/a_(b)) | `#ops` \\| _all_<br>**now** &amp; then |\n",
    );
    expect(title).toBe("Policy");
    expect(tables).toMatchObject([
      { heading: "Matrix", headers: ["Change", "Slack"], rows: [["Release", "#ops | all\nnow & then"]] },
    ]);
  });

  test("keeps snake_case, stars in sums and unclosed marks as they are meant", () => {
    const { tables } = read("| a |\n|---|\n| deploy_user_name |\n| 2 * 3 |\n| **bold |\n");
    expect(tables[0]?.rows).toEqual([["deploy_user_name"], ["2 * 3"], ["bold"]]);
  });

  test("keeps cells beyond the header's and fills up short rows: nothing is lost", () => {
    const { tables } = read("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |\n");
    expect(tables[0]?.rows).toEqual([
      ["1", "2", "3"],
      ["4", ""],
    ]);
  });

  test("knows for each point how deep it is and which paragraph introduces it", () => {
    const { sections } = read("## Downtime\n\nSay this:\n- what\n  - in detail\n1. first\n\nWhen:\n- now\n");
    expect(sections.flatMap(inLists)).toEqual([
      { indent: 0, text: "what", intro: "Say this:" },
      { indent: 1, text: "in detail", intro: "Say this:" },
      { indent: 0, text: "first", intro: "Say this:" },
      { indent: 0, text: "now", intro: "When:" },
    ]);
    expect(sections[0]?.points.map((point) => point.text)).toEqual(["Say this:", "what", "in detail", "first", "When:", "now"]);
  });

  test("reads a long page, line by line, as it reads a short one", () => {
    const page =
      "# Policy\n\nWe **tell** people,\nalways.\n\nWhen\n----\n\n- first\n  - in [detail](https://example.org)\n- second\n\n| a |\n|---|\n| 1 |\n\n1. step\n2. next\n\n## End\n";
    const long = read(`${page}\n${"Some words about the weather.\n\n".repeat(8000)}`);
    const short = read(page);
    expect(long.sections.slice(0, 2)).toEqual(short.sections.slice(0, 2));
    expect(long.tables).toEqual(short.tables);
  });

  test("does not take front matter for a heading", () => {
    const document = read("---\ntitle: A page\ntags: []\n---\n\n# Real title\n\ntext\n");
    expect(document.title).toBe("Real title");
    expect(document.sections).toHaveLength(1);
  });

  test("reads an HTML table in the midst of Markdown", () => {
    const { tables, sections } = read("## Here\n\n<table><tr><th>A</th></tr>\n\n<tr><td>1</td></tr></table>\n\n- point\n");
    expect(tables).toMatchObject([{ heading: "Here", headers: ["A"], rows: [["1"]] }]);
    expect(sections.flatMap(inLists)).toHaveLength(1);
  });

  test("reads the grid and the simple tables of reStructuredText", () => {
    const { tables } = read(
      "+---+---+\n| A | B |\n+===+===+\n| 1 | x |\n|   | y |\n+---+---+\n\n=====  ====\nType   When\n=====  ====\nOne    1 d\n=====  ====\n",
    );
    expect(tables.map(({ headers, rows }) => ({ headers, rows }))).toEqual([
      { headers: ["A", "B"], rows: [["1", "x y"]] },
      { headers: ["Type", "When"], rows: [["One", "1 d"]] },
    ]);
  });
});

describe("tables of other tools", () => {
  const whoAndWhen = {
    headers: ["Audience", "When"],
    rows: [
      ["Customers", "5 days"],
      ["Staff", "1 day"],
    ],
  };

  test.each([
    [
      "MediaWiki",
      '== Notices ==\n{| class="wikitable"\n! Audience !! When\n|-\n| Customers || style="x" | 5 days\n|-\n| Staff\n| 1 day\n|}\n',
    ],
    [
      "AsciiDoc",
      '== Notices\n\n[cols="1,1",options="header"]\n|===\n|Audience |When\n\n|Customers\n|5 days\n\n|Staff |1 day\n|===\n',
    ],
    ["Jira", "h2. Notices\n\n||Audience||When||\n|Customers|5 days|\n|Staff|1 day|\n"],
    ["Org", "** Notices\n| Audience | When |\n|----------+------|\n| Customers | 5 days |\n| Staff | 1 day |\n"],
    [
      "a box",
      "## Notices\n\n┌──────────┬──────┐\n│ Audience │ When │\n├──────────┼──────┤\n│ Customers │ 5 days │\n│ Staff │ 1 day │\n└──────────┴──────┘\n",
    ],
    [
      "a database",
      "## Notices\n\n+----------+------+\n| Audience | When |\n+----------+------+\n| Customers | 5 days |\n| Staff | 1 day |\n+----------+------+\n",
    ],
    ["a database's shell", "## Notices\n\n Audience | When\n----------+------\n Customers | 5 days\n Staff | 1 day\n"],
    ["a quotation", "## Notices\n\n> | Audience | When |\n> |---|---|\n> | Customers | 5 days |\n> | Staff | 1 day |\n"],
    ["a block of code", "## Notices\n\n```\n| Audience | When |\n|---|---|\n| Customers | 5 days |\n| Staff | 1 day |\n```\n"],
  ])("reads a table of %s with its heading", (_, source) => {
    expect(read(source).tables).toMatchObject([{ heading: "Notices", ...whoAndWhen }]);
  });

  test("reads lines between bars as a table, though no line of dashes stands under the first", () => {
    const { tables } = read("| Audience | When |\n| Customers | 5 days |\n");
    expect(tables).toMatchObject([
      {
        headers: [],
        rows: [
          ["Audience", "When"],
          ["Customers", "5 days"],
        ],
      },
    ]);
  });
});

describe("reStructuredText", () => {
  test("knows headings by the signs under them, whichever signs those are, and `#.` as a number", () => {
    const { sections } = read(
      'Policy\n======\n\nInside\n~~~~~~\n\n#. Post it\n   in the channel.\n#. Close it.\n\nDetails\n"""""""\n\nwords\n',
    );
    expect(sections.map(({ heading, level }) => `${level} ${heading}`)).toEqual(["1 Policy", "2 Inside", "3 Details"]);
    expect(sections.flatMap(inLists).map((point) => point.text)).toEqual(["Post it in the channel.", "Close it."]);
  });

  test("leaves a code block of Markdown alone", () => {
    const { sections } = read("# Policy\n\nWords before\n\n~~~\ncode\n~~~\n\n## Next\n");
    expect(sections.map(({ heading }) => heading)).toEqual(["Policy", "Next"]);
  });
});

describe("HTML", () => {
  test("repeats a cell that spans rows or columns, and joins stacked headers", () => {
    const { tables } = read(
      "<table><thead><tr><th rowspan=2>Change</th><th colspan=2>External</th></tr><tr><th>How</th><th>When</th></tr></thead>" +
        "<tbody><tr><td rowspan=2>Release</td><td>mail</td><td>5 days</td></tr><tr><td>portal</td><td>1 day</td></tr></tbody></table>",
    );
    expect(tables).toMatchObject([
      {
        heading: "",
        headers: ["Change", "External / How", "External / When"],
        rows: [
          ["Release", "mail", "5 days"],
          ["Release", "portal", "1 day"],
        ],
      },
    ]);
  });

  test("reads headings and nested lists, and never a script or a style", () => {
    const { sections } = read(
      "<h2>Notices</h2><p>When:</p><ul><li>planning<ul><li>detail</li></ul></li></ul><script>alert(1)</script><style>p{}</style>",
    );
    expect(sections).toMatchObject([
      {
        heading: "Notices",
        level: 2,
        points: [
          { indent: 0, text: "When:", intro: "", isProse: true },
          { indent: 0, text: "planning", intro: "When:" },
          { indent: 1, text: "detail", intro: "When:" },
        ],
        prose: ["When:"],
      },
    ]);
  });

  test("knows which cells are merged, as far as the table goes, and none over another", () => {
    const { tables } = read(
      "<table><tr><th colspan=2>Who</th><th>When</th></tr><tr><td>Ops</td><td rowspan=9>mail</td><td>now</td></tr>" +
        "<tr><td colspan=2>Customers</td><td>later</td></tr><tr><td>Partners</td></tr></table>",
    );
    expect(tables[0]?.merged).toEqual([
      { row: -1, column: 0, rows: 1, columns: 2 },
      { row: 1, column: 0, rows: 1, columns: 2 },
    ]);
  });

  test("bounds a span that asks for the moon", () => {
    const { tables } = read('<table><tr><td colspan="99999999">a</td></tr></table>');
    expect(tables[0]?.rows[0]?.length).toBeLessThanOrEqual(60);
  });
});

describe("cells from a spreadsheet", () => {
  test("tabs, with quotes, doubled quotes and line breaks inside a cell, and a title above", () => {
    const { tables, title } = read('Release notices\nChange\tInternal\tWhen\nDB\t"#ops\nand ""all"""\t3 days\n');
    expect(title).toBe("Release notices");
    expect(tables[0]?.rows).toEqual([
      ["Change", "Internal", "When"],
      ["DB", '#ops\nand "all"', "3 days"],
    ]);
  });

  test("commas and semicolons, when every row has the same number", () => {
    expect(read('Change,Internal,When\nDB,"#ops, #dev",3 days\n').tables[0]?.rows[1]).toEqual(["DB", "#ops, #dev", "3 days"]);
    expect(read("Change;Internal;When\nDB;#ops;3 days\n").tables[0]?.rows).toHaveLength(2);
    expect(read("First, this.\nThen, that, and more.\n").tables).toEqual([]);
  });
});

describe("odd input", () => {
  test.each([
    ["nothing", ""],
    ["only blanks", " \n\t\n"],
    ["a byte order mark and Windows line ends", "\ufeff| a |\r\n|---|\r\n| 1 |\r\n"],
    ["null characters", "\0\0| a |\n|---|\n| \0 |"],
    ["a table never closed", "<table><tr><td>a"],
    ["thousands of quotes in one another", `${"> ".repeat(5000)}a`],
    ["thousands of open brackets", "[".repeat(50_000)],
    ["thousands of pipes", `${"|".repeat(50_000)}\n${"|-".repeat(25_000)}`],
    ["thousands of elements in one another", `<div>${"<div>".repeat(20_000)}`],
    ["half of a surrogate pair", "\ud83d | a |\n|---|---|\n| \udd94 | b |"],
  ])("does not throw for %s", (_, source) => {
    expect(() => read(source)).not.toThrow();
  });

  test("two megabytes of prose are read in reasonable time", () => {
    const prose = `${"Some words about **the notice** and [a link](https://example.org) which go on. ".repeat(6)}\n\n- a point\n\n`;
    const before = process.cpuUsage();
    const document = read(`# Title\n\n${prose.repeat(4000)}`);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(8);
    expect(document.sections.flatMap(inLists)).toHaveLength(4000);
    expect(document.sections[0]?.prose).toHaveLength(4000);
  });
});
