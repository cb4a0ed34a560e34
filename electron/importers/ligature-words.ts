/** Families of English words with fi, ff, fl, ffi or ffl, as standards, plans and frameworks use them: the endings that a family takes ("-" for none), and its stems. */
const families: readonly (readonly [endings: string, stems: string])[] = [
  [
    'ies ied ier iers ication ications',
    `amplif beautif certif clarif classif codif declassif decertif dignif disqualif diversif electrif exemplif falsif
    fortif glorif gratif identif indemnif intensif justif magnif misclassif misidentif modif mollif mystif notif nullif
    pacif personif petrif prequalif purif qualif quantif ratif reclassif rectif requalif reverif satisf signif simplif
    solidif specif stratif stupef terrif testif typif unif verif vilif`,
  ],
  [
    '- s ed ing ings er ers',
    `affect affirm afflict affix afford affront backfill benefit brief buff buffer bluff chief confirm conflict cuff
    deflect differ disaffect effect field fight fill film filter final finger finish firm fish fix flank flash flatten
    flavour flesh flick flicker flinch flirt float flock flood floor flounder flour flourish flow flower fluff flush
    golf handcuff infill inflect inflict leaf leaflet lift misfit offend offer offset outfit overfill overfish overflow
    prefix proof puff refill refinish reflect refloat refurbish roof scaffold scoff self shelf snuff spoof staff stiffen
    stuff suffer suffix surf understaff workflow inflow outflow airlift fulfill`,
  ],
  [
    'e es ed ing er ers ement ements',
    `baffl buffl conflat confin confid confisc confiscat configur deflat defin diffus differentiat effac fil fin financ
    fir fiddl fixtur flak flam flar flut fluctuat infus inflam inflat misfir muffl officiat outflank profil
    raffl reconfigur redefin refin refinanc reinflat rifl ruffl sacrific scuffl shuffl snaffl sniffl stifl suffic suffocat
    trifl truffl waffl affiliat disaffiliat`,
  ],
  [
    'ion ions',
    `affect affirmat afflict affiliat configurat confirmat confiscat deflat deflect definit diffus effus fict fluctuat
    inflammat inflat inflect inflict reconfigurat reflect redefinit suffocat`,
  ],
  [
    '- s ly al ally y ies ness less ful fully',
    `aerofoil affair affection affidavit affinit affluen airfield artific baffling bailiff battlefield benefici beneficial
    butterfl cashflow chauffeur cliff coefficien coefficient coffee coffin confident confidential configuration
    conflicting crucifix cutoff deficienc deficient deficit definite definition definitive different differential difficult
    distaff effective efficacy efficienc efficient effigy effort effortless factfile feedstuff fiction fictitious fiduciar
    field fiend fierce fiery fifteen fifth fift fig figure figurative filament file filling filth final finalist financial
    finance financier finding fine finite fire firearm firefighter fireplace firewall firewood firm firmware first fiscal
    fisher fisherman fisheries fishermen fissure fist fit fitness fitter fitting five fixation fixed flagship flag flair
    flame flange flap flare flask flat flavouring flaw fleet fleeting flexibility flexible flex flight flimsy fling flip
    floral florist flotation flow flowchart fluctuation fluen fluency fluent fluid fluorescent flurr flute flux fly flyer
    foodstuff graffiti gulf handoff horrific identifiable indefinite indifferent ineffective ineffectual inefficien
    inefficient inefficienc infidelit infinite infinit infirm infirmar inflatable inflationar inflexib inflexible inflight
    inflow influence influential influenza influx insufficien insufficient justifiable kickoff landfill layoff magnificent
    midfield nonprofit notifiable off offal offcut offence offender offensive offering
    offhand office officer official offline offload offshoot offshore offside offspring outfitter pacific payoff plaintiff
    playoff proficienc proficient profit profitable prolific quantifiable reef reflective reflex reflexive
    relief retrofit satisfactor sacrificial safflower scientific scientifically selfie selfish serif sheriff significance
    significant sniff snowflake specific specifically specificit spinoff standoff stiff sufficienc sufficien
    sufficient suffix suffrage sunflower superficial superfluous surfing tariff tiff toffee tradeoff traffic turnoff
    unaffected unconfirmed undefined unfilled unfinished unfit unflagging unidentified uniform unjustified unjustifiable
    unmodified unofficial unprofitable unqualified unsatisfactor unscientific unspecified unverified verifiable
    whiff wildfire wildflower workflow fidelit coffer office influencer infographic differing fibre fibrous`,
  ],
  [
    'e es ed ing er ers ation ations ation able',
    'finalis finaliz fictionalis confid confin defin fibr flavouris mothproof fireproof waterproof',
  ],
  [
    'ting ted ter ters tings',
    'fit flat flit outfit refit retrofit unfit benefit profit pipefit shopfit shipfit steamfit',
  ],
  ['ging ged', 'flag'],
  ['ping ped per pers', 'flap flip flop'],
  ['led ling ment', 'fulfil refuel'],
  [
    'able ability ably ible ibility ibly',
    `afford confid defin flamm flex inflamm inflex quantifi modifi notifi identifi justifi profit reflex
    specifi verifi certifi classifi unafford unjustifi unquantifi inflat satisfi rectifi`,
  ],
  [
    't tly ts ce ces cy cies tial tially tiality',
    'affluen confiden deficien differen efficien fluen influen inefficien insufficien magnificen proficien significan insignifican sufficien coefficien indifferen diffiden effluen fluorescen',
  ],
  [
    've vely veness ve vity',
    'affecti defini definiti effecti ineffecti infiniti inflecti reflecti offensi inoffensi figurati affirmati diffusi',
  ],
  [
    '-',
    `affray affordance afloat aflame afflux baffle beef bluff brief briefly briefing briefings chiefly
    difficulty difficulties diffraction edifice efficacious effeminate effervescent engulf
    fifty fifties fiftieth fight fighting fights figment filename filesystem filmmaker finalisation financed financially
    firefighters firefighting firework fireworks firmly firsthand firstly fittest fixing flatbed flatpack flaws fledged
    fled flee fleece flew flies flown flying flyover fluorine fluoride fluff footfall goldfish 
    infirmary inflammable inflammation inflammatory leaflet mastiff motif motifs off pontiff
    proofing reflector reflectors refit ruffian ruff satisfied scruff scruffy selfless shellfish skiff
    specifics staffing staffroom sulfide sulfite taffeta tiffin triffid trafficked trafficker traffickers trafficking
    beneficiary beneficiaries bonfire bonfires certificate certificates certificated find finds finishes fishes flashes
    flourishes fulfil fulfils influencing refinishes unfitted unflattering unification unified unofficially `,
  ],
];

const words: ReadonlySet<string> = new Set(
  families
    .flatMap(([endings, stems]) =>
      stems.split(/\s+/).flatMap(stem => endings.split(' ').map(ending => (ending === '-' ? stem : stem + ending))),
    )
    .filter(word => /f[fil]/.test(word)),
);

/** Whether the word, in small letters, is an English word with fi, ff, fl, ffi or ffl that the list knows. */
export const isLigatureWord = (word: string): boolean => words.has(word);
