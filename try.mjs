import { createWordMatcher } from "./src/generation/words/matcher.ts";
import { banned } from "./test/generation/words/banned.ts";
const file=process.argv[2]??"held-out";
const m=await import(`./test/generation/words/${file}.ts`);
const ev=m.heldOutEvasions??m.evasions, inn=m.heldOutInnocents??m.innocents;
const matcher=createWordMatcher(banned);
let miss=0,fa=0;
for(const [w,t] of ev){ const f=matcher.findAll(t); if(!f.some(x=>x.entry===w)){miss++;console.log("MISS",w,JSON.stringify(t),f.map(x=>x.entry).join())} }
for(const t of inn){ const f=matcher.findAll(t); if(f.length){fa++;console.log("FALSE",t,f.map(x=>x.entry+":"+t.slice(x.start,x.end)).join())} }
console.log({miss,of:ev.length,fa,ofInn:inn.length});
