internal import Markup

/// The style of the pages: ink on paper, one accent for what is to be put right, Song type for headings and Hei for
/// reading, with the fonts that offices have before those that servers have.
enum HTMLStyle {
  static let code = EmbeddedCode(
    """
    :root{--ink:#211f1c;--soft:#5a554d;--line:#d8d2c6;--tint:#f7f5f0;--accent:#9d2a20;
    --song:"Source Han Serif SC","Noto Serif CJK SC","Songti SC",STSong,SimSun,serif;
    --hei:"PingFang SC","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC",SimHei,system-ui,sans-serif}
    *{box-sizing:border-box}
    [hidden]{display:none!important}
    html{font-size:100%;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
    body{margin:0;background:#fff;color:var(--ink);font:400 1rem/1.75 var(--hei);line-break:strict;overflow-wrap:anywhere}
    h1,h2,h3,h4{font-family:var(--song);font-weight:700;line-height:1.35;margin:0}
    h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.4rem)}
    h2{font-size:1.45rem;padding-bottom:.45rem;border-bottom:2px solid var(--ink);margin-bottom:1.2rem}
    h3{font-size:1.2rem}
    h4{font-size:1.05rem}
    p,ul,ol,dl,dd,figure,blockquote{margin:0;padding:0}
    a{color:inherit;text-decoration:none;border-bottom:2px solid var(--line)}
    a:hover{border-bottom-color:var(--accent)}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .skip{position:absolute;left:-100rem;top:0;background:#fff;padding:.5rem 1rem;z-index:9}
    .skip:focus{left:0}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .masthead{border-top:6px solid var(--accent);padding:2.2rem clamp(1rem,4vw,3.5rem) 1.6rem;border-bottom:1px solid var(--line)}
    .masthead h1 span{white-space:normal}
    .crumb{color:var(--soft);font-size:.95rem;margin-bottom:.35rem}
    .columns{display:block}
    main,nav{padding:0 clamp(1rem,4vw,3.5rem)}
    main{max-width:76rem}
    main.single{max-width:82rem}
    main>section{padding-top:2.6rem}
    nav{padding-top:1.2rem;font-size:.95rem}
    nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.3rem}
    nav a{border-bottom-color:transparent}
    nav .deep{display:none}
    footer{margin-top:4rem;padding:1.4rem clamp(1rem,4vw,3.5rem) 3rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
    .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr));gap:.9rem 2rem}
    .facts:not(.tight)>:first-child{grid-column:1/-1}
    .facts.tight{gap:.3rem 2rem;margin-top:.4rem}
    dt{color:var(--soft);font-size:.9rem}
    dd{margin:0}
    .fine{color:var(--soft);font-size:.875rem;line-height:1.6}
    dd .fine,li>.fine{display:block}
    .place{overflow-wrap:anywhere}
    .tally{display:flex;flex-wrap:wrap;gap:.6rem 2.4rem;margin-top:1.6rem}
    .tally div{display:flex;flex-direction:column-reverse}
    .tally dd{font:700 2rem/1.1 var(--song);font-variant-numeric:lining-nums tabular-nums}
    .tally.small{margin-top:1rem;gap:.4rem 1.8rem}
    .tally.small dd{font-size:1.3rem}
    .tally .nil dd{color:#77716a;font-weight:400}
    .tally .grave dd{color:var(--accent)}
    .steps{padding-left:1.6em}
    .steps li{padding-left:.3em;margin:.3rem 0}
    .steps li::marker{font-weight:700;color:var(--accent)}
    .steps+.fine{margin-top:.6rem}
    .scroller{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.95rem;font-variant-numeric:tabular-nums}
    th,td{padding:.5rem .8rem .5rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:baseline}
    thead th{color:var(--soft);font-weight:400;font-size:.875rem;border-bottom-color:var(--ink);white-space:nowrap}
    tbody th{font-weight:400;min-width:7em}
    .date{white-space:nowrap}
    .number{text-align:right}
    .none{color:#77716a}
    .state{white-space:nowrap;font-family:var(--hei);font-weight:400;font-size:.95rem}
    .state::before{content:"";display:inline-block;width:.7em;height:.7em;margin-right:.4em;border:2px solid var(--soft);border-radius:50%}
    .state.compliant::before{background:var(--soft)}
    .state.noncompliant{color:var(--accent);font-weight:700}
    .state.noncompliant::before{background:var(--accent);border-color:var(--accent);border-radius:0}
    .state.undetermined::before{border-style:dashed}
    .state.unreadable{color:var(--accent)}
    .state.unreadable::before{border-color:var(--accent);border-radius:0}
    h3 .state{margin-left:.6rem;white-space:normal}
    .filter{display:flex;flex-wrap:wrap;gap:.8rem 1.4rem;align-items:end;margin-top:2.6rem;padding:1rem 1.2rem;background:var(--tint);border-left:4px solid var(--ink)}
    .filter p{display:grid;gap:.2rem;min-width:0;flex:1 1 12rem}
    .filter .filter-end{display:flex;flex:1 1 100%;gap:1.2rem;align-items:center}
    label{font-size:.9rem;color:var(--soft)}
    select,button{font:inherit;color:inherit;background:#fff;border:1px solid #8a847a;border-radius:2px;padding:.4rem .6rem;min-height:2.75rem;max-width:100%}
    select{width:100%}
    button{cursor:pointer;padding-left:1.2rem;padding-right:1.2rem}
    article{padding:1.8rem 0 1.2rem;border-top:1px solid var(--line)}
    h2+article{border-top:0;padding-top:0}
    article>.fine{margin:.2rem 0 .8rem}
    .elevation{margin:1rem 0}
    .panels{display:flex;flex-wrap:wrap;gap:1rem 2.4rem;align-items:flex-end}
    .panel{max-width:100%}
    @media (min-width:44rem){.pair .panels{flex-wrap:nowrap}.pair .panel{min-width:0}}
    .panel-title{font-weight:700;font-size:.95rem}
    .drawing{max-width:100%;height:auto;display:block}
    figcaption{color:var(--soft);font-size:.875rem;margin-top:.4rem}
    .prescriptions{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));gap:.2rem 2rem;font-size:.9rem;line-height:1.6;margin:.8rem 0 1rem}
    .prescriptions li{display:grid;grid-template-columns:1.6em 1fr}
    .findings{list-style:none;border-top:1px solid var(--line)}
    .finding{display:grid;grid-template-columns:minmax(0,1.15fr) minmax(0,1fr);gap:.1rem 2rem;padding:.7rem 0;border-bottom:1px solid var(--line);position:relative}
    .numbered .finding{padding-left:2.4rem}
    .finding .fine{grid-column:1/-1}
    .kind{font-weight:700}
    .must>.problem .kind{color:var(--accent)}
    .waived{color:var(--soft)}
    .no{position:absolute;left:0;top:.85rem;width:1.6rem;height:1.6rem;border-radius:50%;background:var(--accent);color:#fff;font:700 .875rem/1.6rem var(--hei);text-align:center}
    .open .no{background:#fff;color:var(--ink);box-shadow:inset 0 0 0 2px var(--ink)}
    .waived .no{background:#fff;color:var(--soft);box-shadow:inset 0 0 0 2px #8a847a}
    .value{display:block;font-size:.95rem}
    .remedy b{font-weight:700}
    .clause{padding:1.2rem 0}
    blockquote{margin:.6rem 0 1.2rem;padding:.2rem 0 .2rem 1.2rem;border-left:3px solid var(--line);font-family:var(--song);max-width:46em;text-align:justify}
    .rule{padding:.8rem 0 1rem}
    .rationale{font-size:.95rem;max-width:46em}
    .list{padding-left:1.3em;margin-top:.4rem}
    .list li{margin:.25rem 0}
    .plain{list-style:none}
    .boxes{list-style:none;padding-left:0}
    .boxes li{padding-left:1.7em;text-indent:-1.7em}
    .boxes li::before{content:"";display:inline-block;width:.85em;height:.85em;margin-right:.85em;border:1.5px solid var(--soft);vertical-align:-.05em}
    .group{margin:0 0 1.2rem}
    .lead{margin-bottom:1rem}
    @media (min-width:68rem){
    .columns{display:grid;grid-template-columns:16rem minmax(0,1fr);align-items:start}
    .columns nav{position:sticky;top:0;max-height:100vh;overflow-y:auto;padding:2.6rem 0 2rem clamp(1rem,4vw,3.5rem)}
    nav ul{display:block}
    nav li{margin:.25rem 0}
    nav .deep{display:block;padding-left:1em;font-size:.9rem;color:var(--soft);border-left:1px solid var(--line);margin:.3rem 0}
    }
    @media (max-width:44rem){
    .finding{grid-template-columns:minmax(0,1fr)}
    h2{font-size:1.3rem}
    .tally{gap:.6rem 1.3rem}
    .tally.small{gap:.4rem .9rem}
    .tally dt{font-size:.8rem}
    th,td{padding-right:.7rem}
    }
    @page{size:A4;margin:20mm 17mm 18mm}
    @media print{
    html{font-size:10pt}
    body{line-height:1.6}
    nav,.skip,.filter{display:none!important}
    .masthead,main,footer{padding-left:0;padding-right:0;max-width:none}
    .masthead{padding-top:1rem}
    main>section{padding-top:1.6rem}
    h2,h3,h4,article>.fine,.panel-title{break-after:avoid}
    .finding,.elevation,.group,.list li,.prescriptions li,tr{break-inside:avoid}
    .prescriptions{break-before:avoid}
    .scroller{overflow:visible}
    thead{display:table-header-group}
    thead th{white-space:normal}
    .panels{gap:.6rem 1rem;flex-wrap:nowrap;justify-content:space-between}
    .panel{flex:0 1 auto;min-width:0}
    .elevation svg{max-height:82mm;width:auto;max-width:100%}
    p,li{orphans:2;widows:2}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    a{border-bottom:0}
    }

    """)
}
