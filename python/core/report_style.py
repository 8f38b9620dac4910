"""How a report looks on a screen and on paper."""

STYLE = """
:root { --ink: #1d2733; --quiet: #5d6975; --line: #d9dee3; --good: #1c7a48; --fair: #2563a8;
  --warn: #8a5508; --bad: #b3392b; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #f5f6f8;
  font: 15px/1.5 "DejaVu Sans", system-ui, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 32px 28px 64px; background: #fff; }
h1 { margin: 0 0 6px; font-size: 28px; }
h2 { margin: 28px 0 8px; font-size: 20px; }
h3 { margin: 20px 0 4px; font-size: 16px; }
p { margin: 2px 0 8px; }
small, .quiet { color: var(--quiet); }
table { border-collapse: collapse; margin: 8px 0; font-size: 13px; }
th, td { padding: 5px 12px 5px 0; border-bottom: 1px solid var(--line); text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
thead th { color: var(--quiet); font-weight: normal; }
section { border-top: 2px solid var(--ink); margin-top: 32px; }
.steps { padding: 0; list-style: none; font-size: 14px; }
.steps li { padding: 6px 0 6px 86px; border-top: 1px solid var(--line); }
.steps time { float: left; width: 76px; margin-left: -86px; color: var(--quiet); }
.steps p { margin: 2px 0; font-size: 13px; }
.good, .passed { color: var(--good); } .fair, .helped { color: var(--fair); }
.hint { color: var(--warn); } .failed { color: var(--bad); }
.started, .ended, .left { color: var(--quiet); font-weight: normal; }
.yes td:first-child::before { content: "\\2713  "; color: var(--good); }
.no td:first-child::before { content: "\\2717  "; color: var(--bad); }
.decision { padding: 8px 14px; border-left: 3px solid var(--fair); background: #f5f7f9; }
@media print {
  body { background: #fff; font-size: 10pt; }
  main { max-width: none; padding: 0; }
  section { break-before: page; }
  h2, h3 { break-after: avoid; }
  tr, li, .decision { break-inside: avoid; }
  thead { display: table-header-group; }
  @page { margin: 18mm; }
}
"""
