internal import Markup

/// The style of sheets: of the page for a phone, large enough for thumbs, and of the sheet to print on A4.
enum PhoneStyle {
  static let code = EmbeddedCode(
    """
    :root{--ink:#211f1c;--soft:#5a554d;--line:#d8d2c6;--tint:#f7f5f0;--accent:#9d2a20}
    *{box-sizing:border-box}
    [hidden]{display:none!important}
    body{margin:0;background:#fff;color:var(--ink);font:400 1.05rem/1.65 "PingFang SC","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC",SimHei,system-ui,sans-serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
    .skip{position:absolute;left:-100rem;top:0;background:#fff;padding:.5rem 1rem;z-index:9}
    .skip:focus{left:0}
    h1,h2,h3{line-height:1.35;margin:0}
    h1{font-size:1.4rem}
    h2{font-size:1.25rem;padding:.6rem 0 .4rem;border-bottom:2px solid var(--ink)}
    h3{font-size:1.05rem}
    p,ul,ol,fieldset{margin:0;padding:0}
    ul,ol{padding-left:1.3em}
    fieldset{border:0;min-width:0}
    legend{padding:0;font-weight:700}
    header{border-top:6px solid var(--accent);padding:1.1rem 1rem .9rem;border-bottom:1px solid var(--line)}
    main{padding:.8rem 1rem 7rem;max-width:46rem;margin:0 auto}
    section{padding-top:1.4rem}
    .fine{color:var(--soft);font-size:.9rem}
    .first{background:var(--tint);border-left:4px solid var(--accent);padding:.7rem .9rem;margin-top:.8rem}
    .sign,.room,.entry{border:1px solid var(--line);border-radius:.5rem;padding:.8rem .9rem;margin:.9rem 0}
    .sign[data-now=seen],.sign[data-now=same],.sign[data-now=changed],.sign[data-now=down]{border-color:#6d8a6d}
    .sign[data-now=gone],.sign[data-now=again]{border-color:var(--accent);background:var(--tint)}
    .words{font-size:1.15rem;font-weight:700;margin:.2rem 0}
    .problem{color:var(--accent)}
    .look{font-weight:700}
    .choice{display:grid;grid-template-columns:1fr 1fr;gap:.5rem;margin:.7rem 0}
    .choice label,.zones label{display:flex;align-items:center;gap:.5rem;min-height:2.75rem;border:1px solid var(--line);border-radius:.4rem;padding:.3rem .7rem}
    .choice input:checked+span{font-weight:700;text-decoration:underline}
    .zones{display:grid;grid-template-columns:1fr 1fr;gap:.5rem}
    .field{display:block;margin:.6rem 0}
    .field>span{display:block;font-size:.9rem;color:var(--soft)}
    .tick{display:flex;align-items:center;gap:.5rem;min-height:2.75rem}
    .pair{display:grid;grid-template-columns:1fr 1fr;gap:0 .8rem}
    input:not([type=radio]):not([type=checkbox]),select,textarea{width:100%;min-height:2.75rem;font:inherit;padding:.4rem .6rem;border:1px solid #8a847a;border-radius:.35rem;background:#fff;color:var(--ink)}
    input[type=radio],input[type=checkbox]{width:1.3rem;height:1.3rem;accent-color:var(--accent);flex:none}
    button{font:inherit;min-height:2.75rem;padding:.4rem 1rem;border:1px solid var(--ink);border-radius:.4rem;background:#fff;color:var(--ink)}
    button.main{background:var(--accent);border-color:var(--accent);color:#fff;font-weight:700}
    .adding{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.9rem 0}
    .adding p{flex:1 0 100%}
    summary{min-height:2.75rem;display:flex;align-items:center;cursor:pointer;text-decoration:underline}
    .bar{position:fixed;left:0;right:0;bottom:0;background:#fff;border-top:2px solid var(--ink);padding:.6rem 1rem;display:flex;gap:.8rem;align-items:center;flex-wrap:wrap}
    .bar p{flex:1 1 8rem;font-size:.95rem}
    .wrong{outline:3px solid var(--accent);outline-offset:2px}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    #yaml{min-height:14rem;font-family:ui-monospace,Consolas,monospace;font-size:.85rem}
    table{border-collapse:collapse;width:100%;font-size:.95rem;margin-top:.6rem}
    th,td{border:1px solid #8a847a;padding:.4rem .5rem;text-align:left;vertical-align:top}
    th{background:var(--tint)}
    th[scope=col]{white-space:nowrap}
    .scroller{overflow-x:auto}
    .paper{max-width:72rem}
    .paper h3{padding-top:.7rem}
    .paper td.room-to-write{min-width:9rem;height:4.2rem}
    .paper .line{border-bottom:1px solid #8a847a;height:2.2rem}
    @media (min-width:48rem){.choice{grid-template-columns:repeat(4,1fr)}main{padding-left:2rem;padding-right:2rem}}
    @media print{@page{size:A4;margin:14mm}body{font-size:10.5pt}main{padding:0;max-width:none}header{padding:0 0 3mm}tr,.first{break-inside:avoid}thead{display:table-header-group}section{break-inside:auto}th,.first{background:none}}

    """)
}
