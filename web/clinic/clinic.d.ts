// Made of web/clinic.schema.json by .dev/clinic_types.mjs.

/** What a clinic tells its patients: its treatments, spans, rows, contact and language, over those of Recovery Timeline. Everything is optional. At most 200 KB of JSON in UTF-8. */
export interface ClinicDocument {
  /** This schema, for editors. */ $schema?: string;
  /** The format of this document. */ format?: 1;
  /** Who you are and how you are reached. */ clinic?: {
    /** The clinic's name. */ name?: Text80;
    /** The name in "… says". */ short_name?: Text30;
    /** The number, as it is dialed; it stands beside When to call. */ phone?: string;
    /** Where a visit is booked. */ book?: Address;
    /** Your website, or mailto: your address. */ site?: Address;
    /** When you are open. */ hours?: Text120;
    /** An address on the same site, or data:image/… in base64 (png, jpeg, webp, svg+xml). */ logo?: string;
  };
  /** Your treatments by name, in the order in which they are shown; in place of ours. */ treatments?: Treatment[];
  /** The former name of treatments; it warns. */ presets?: Treatment[];
  /** Your word on what may be done after the visit, by the key of the row; other keys are rows of your own. */ advice?: {
    /** Wash my face, shower. */ wash?: AdviceRow;
    /** Use a cream. */ moisture?: AdviceRow;
    /** Keep up the cream after RF. */ rf_moisture?: AdviceRow;
    /** Use a serum. */ serum?: AdviceRow;
    /** Use sunscreen. */ sunscreen?: AdviceRow;
    /** Drink plenty of water. */ water?: AdviceRow;
    /** Touch my face. */ time?: AdviceRow;
    /** Take paracetamol. */ paracetamol?: AdviceRow;
    /** Fly. */ fly?: AdviceRow;
    /** Drink coffee. */ coffee?: AdviceRow;
    /** Wear make-up. */ make_up?: AdviceRow;
    /** Wash my hair. */ hair_wash?: AdviceRow;
    /** Drink alcohol. */ alcohol?: AdviceRow;
    /** Exercise. */ exercise?: AdviceRow;
    /** Sleep on my side. */ sleep?: AdviceRow;
    /** Shave. */ shave?: AdviceRow;
    /** Sauna, hot tub, steam. */ heat?: AdviceRow;
    /** Swim in a pool or the sea. */ pool?: AdviceRow;
    /** Dye my hair. */ hair_dye?: AdviceRow;
    /** Use retinol. */ retinol?: AdviceRow;
    /** Use vitamin C. */ vitamin_c?: AdviceRow;
    /** Acids, scrubs, picking. */ acids?: AdviceRow;
    /** Take ibuprofen or aspirin. */ anti_inflammatory?: AdviceRow;
    /** Wax or thread. */ wax?: AdviceRow;
    /** Have Botox or filler. */ botox?: AdviceRow;
    /** Have a peel or laser. */ treatments?: AdviceRow;
    /** Tanning beds, long sun. */ sun?: AdviceRow;
    /** Smoke or vape. */ smoking?: AdviceRow;
    /** Ice or cold packs. */ ice?: AdviceRow;
    /** Arnica, pineapple (bromelain). */ arnica?: AdviceRow;
    /** Get a vaccine. */ vaccine?: AdviceRow;
    /** Put minoxidil on. */ minoxidil?: AdviceRow;
    /** Have the next session. */ next_session?: AdviceRow;
    /** Which treatment is right for me?. */ which?: AdviceRow;
    [key: string]: OwnAdviceRow | AdviceRow | undefined;
  };
  /** Your word on what is done before the visit; other keys are rows of your own. */ before?: {
    /** A wedding or big event. */ event?: BeforeRow;
    /** No tan, no sun beds. */ sun?: BeforeRow;
    /** No Botox, filler, peel or laser. */ botox?: BeforeRow;
    /** No wax, no thread. */ wax?: BeforeRow;
    /** Stop retinol and acids. */ retinol?: BeforeRow;
    /** No ibuprofen or aspirin. */ drugs?: BeforeRow;
    /** No shaving, no alcohol. */ shave?: BeforeRow;
    /** Clean face; cream and hat at home. */ home?: BeforeRow;
    [key: string]: OwnBeforeRow | BeforeRow | undefined;
  };
  /** Words beside what people see; other keys are signs of your own. */ people_see?: {
    /** Redness. */ redness?: SeeRow;
    /** Puffiness. */ swelling?: SeeRow;
    /** Tight and dry skin. */ tightness?: SeeRow;
    /** A bruise. */ bruising?: SeeRow;
    /** Small dots. */ marks?: SeeRow;
    /** Flakes. */ flaking?: SeeRow;
    /** Small breakouts. */ breakouts?: SeeRow;
    /** Dark spots. */ dark_spots?: SeeRow;
    /** Numb from the cream. */ numbness?: SeeRow;
    /** Itching. */ itch?: SeeRow;
    /** Tiny scabs. */ scabs?: SeeRow;
    /** Grid marks, tiny scabs. */ grid?: SeeRow;
    [key: string]: OwnSeeRow | SeeRow | undefined;
  };
  /** What you add to When to call; nothing of ours goes. */ when_to_call?: {
    /** Added to: call emergency services. */ emergency?: Text600;
    /** Added to: call us at once, the same day. */ at_once?: Text600;
    /** Added to: call us within 24 hours. */ within_24h?: Text600;
    /** Added to: call us within days. */ within_days?: Text600;
  };
  /** Settings: narrower ranges, defaults, names, and what is not shown. */ fields?: {
    /** The setting Device. */ device?: {
      /** What it is at first. */ default?: "roller" | "stamp" | "pen" | "rf" | "fractional";
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
      /** Its options by their keys. */ options?: {
        /** The option Roller. */ roller?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Stamp. */ stamp?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Pen. */ pen?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option RF. */ rf?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Fractional laser. */ fractional?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
      };
    };
    /** The setting Needle depth. */ depth_mm?: {
      /** The least that visitors may set. */ min?: number;
      /** The most that visitors may set. */ max?: number;
      /** The distance of two values. */ step?: number;
      /** What it is at first. */ default?: number;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
    };
    /** The setting Passes. */ passes?: {
      /** The least that visitors may set. */ min?: number;
      /** The most that visitors may set. */ max?: number;
      /** The distance of two values. */ step?: number;
      /** What it is at first. */ default?: number;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
    };
    /** The setting Treated area. */ area?: {
      /** What it is at first. */ default?:
        "cheeks" | "forehead" | "around_eyes" | "around_mouth" | "neck" | "body";
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
      /** Its options by their keys. */ options?: {
        /** The option Cheeks. */ cheeks?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Forehead. */ forehead?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Eyes. */ around_eyes?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Mouth. */ around_mouth?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Neck. */ neck?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Body. */ body?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
      };
    };
    /** The setting PRP with the treatment. */ prp?: {
      /** What it is at first. */ default?: boolean;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
    };
    /** The setting Sessions. */ sessions?: {
      /** The least that visitors may set. */ min?: number;
      /** The most that visitors may set. */ max?: number;
      /** The distance of two values. */ step?: number;
      /** What it is at first. */ default?: number;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
    };
    /** The setting Weeks between. */ weeks_between?: {
      /** The least that visitors may set. */ min?: number;
      /** The most that visitors may set. */ max?: number;
      /** The distance of two values. */ step?: number;
      /** What it is at first. */ default?: number;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
    };
    /** The setting What is treated. */ concern?: {
      /** What it is at first. */ default?:
        "texture" | "fine_lines" | "acne_scars" | "stretch_marks" | "pores";
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** Its options by their keys. */ options?: {
        /** The option Texture. */ texture?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Fine lines. */ fine_lines?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Acne scars. */ acne_scars?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Stretch marks. */ stretch_marks?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Pores. */ pores?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
      };
    };
    /** The setting Skin tone. */ tone?: {
      /** What it is at first. */ default?: null | number;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
    };
    /** The setting How easily it reacts. */ reactivity?: {
      /** What it is at first. */ default?:
        "calm" | "fairly_calm" | "average" | "reactive" | "very_reactive";
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
      /** Its options by their keys. */ options?: {
        /** The option Calm. */ calm?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Fairly calm. */ fairly_calm?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Average. */ average?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Reactive. */ reactive?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option Very reactive. */ very_reactive?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
      };
    };
    /** The setting Age. */ age_band?: {
      /** What it is at first. */ default?: "under_30" | "from_30" | "from_45" | "from_60";
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
      /** Its options by their keys. */ options?: {
        /** The option Under 30. */ under_30?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option 30–44. */ from_30?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option 45–59. */ from_45?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option 60+. */ from_60?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
      };
    };
    /** The setting Darkens easily. */ darkens_easily?: {
      /** What it is at first. */ default?: boolean;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
    };
    /** The setting Plenty of water. */ water?: {
      /** What it is at first. */ default?: boolean;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
    };
    /** The setting Out of the sun, SPF daily. */ sun_protection?: {
      /** What it is at first. */ default?: boolean;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
    };
    /** The setting Peptide or antioxidant moisturiser. */ moisturiser?: {
      /** What it is at first. */ default?: boolean;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
    };
    /** The setting Post-treatment serum. */ serum?: {
      /** What it is at first. */ default?: boolean;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
    };
    /** The setting No make-up at first. */ no_makeup_24h?: {
      /** What it is at first. */ default?: boolean;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
    };
    /** The setting Gentle care, time to heal. */ gentle_care?: {
      /** What it is at first. */ default?: boolean;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
    };
    /** The setting Anti-inflammatory drugs. */ anti_inflammatory?: {
      /** What it is at first. */ default?: boolean;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
    };
    /** The setting Ice. */ ice?: {
      /** What it is at first. */ default?: boolean;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
    };
    /** The setting Arnica or bromelain. */ arnica_bromelain?: {
      /** What it is at first. */ default?: boolean;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
    };
    /** The setting Treatment. */ treatment?: {
      /** Which treatment is shown first: its key, or not_sure. */ default?: string;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
    };
    /** The setting Day and hour of treatment. */ treated_at?: {
      /** What it is at first. */ default?: null | string;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
    };
    /** The setting Day. */ day?: {
      /** What it is at first. */ default?: number;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
    };
    /** The setting View. */ view?: {
      /** What it is at first. */ default?: "recovery" | "results" | "plan" | "care" | "about";
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
      /** Its options by their keys. */ options?: {
        /** The option Recovery. */ recovery?: { /** Its name. */ label?: Text80 };
        /** The option Results. */ results?: { /** Its name. */ label?: Text80 };
        /** The option Plan. */ plan?: { /** Its name. */ label?: Text80 };
        /** The option Care. */ care?: { /** Its name. */ label?: Text80 };
        /** The option About. */ about?: { /** Its name. */ label?: Text80 };
      };
    };
    /** The setting My event. */ event_on?: {
      /** What it is at first. */ default?: null | string;
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
    };
    /** The setting How many should look normal. */ sureness?: {
      /** What it is at first. */ default?: "seven_in_10" | "nine_in_10";
      /** It is not drawn and stays at its default. */ hidden?: boolean;
      /** Its name. */ label?: Text80;
      /** What it is, in a sentence or two. */ explanation?: Text600;
      /** Its options by their keys. */ options?: {
        /** The option 14 of 20. */ seven_in_10?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
        /** The option 18 of 20. */ nine_in_10?: {
          /** It is not offered; one at least must be. */ hidden?: boolean;
          /** Its name. */ label?: Text80;
        };
      };
    };
  };
  /** Which views, in their order; about must be there. */ views?: (
    "recovery" | "results" | "plan" | "care" | "about"
  )[];
  /** Texts of the interface, by language. */ words?: { [key: string]: Words } | Words;
  /** The values of --rt-…, where the page's own style sheet does not say them. */ theme?: {
    /** The brand color. */ accent?: string;
    /** The ground of the page. */ background?: string;
    /** The ground of what stands on it. */ surface?: string;
    /** The color of texts. */ text?: string;
    /** How round corners are. */ radius?: string;
  };
}

/** A link that is safe to follow: https:// or mailto:. */
export type Address = string;

/** What else people type to find the row; a list, or a list a language. */
export type Synonyms = string[] | { [key: string]: string[] };

/** A text of at most 600 bytes without line breaks, for every language; or one a language. */
export type Text600 = string | { [key: string]: string };

/** A text of at most 80 bytes without line breaks, for every language; or one a language. */
export type Text80 = string | { [key: string]: string };

/** Your word on a row of ours: yes, ask, leave_out or hidden; or an object with your span and words. */
export type AdviceRow =
  | "yes"
  | "ask"
  | "leave_out"
  | "hidden"
  | {
      /** What you tell: from a time on (span), yes, ask us, leave out, or hidden: the row is not shown. Without it, from_h means span and until_h means yes. */ say?:
        "span" | "yes" | "ask" | "leave_out" | "hidden";
      /** From how many hours after the treatment on. */ from_h?: number;
      /** Up to how many hours after the treatment; later than from_h. */ until_h?: number;
      /** What holds, in your words. They must not name another time than the row. */ words?: Text600;
      /** Words that change with time, in place of words. */ steps?: {
        /** Hours after the treatment; later than in the step before. */ from_h: number;
        /** What holds from then on. */ words: Text600;
      }[];
      /** Where the row stands in the filter. */ group?:
        "skin" | "heat" | "medicine" | "hair" | "out";
      /** What the row is called, as a patient asks: "Can I … ?". */ question?: Text80;
      /** Why, in a sentence or two. */ why?: Text600;
      /** What else people type to find the row. */ synonyms?: Synonyms;
    };

/** A row of your own: it needs its question and what you say. */
export type OwnAdviceRow = {
  /** What you tell: from a time on (span), yes, ask us, leave out, or hidden: the row is not shown. Without it, from_h means span and until_h means yes. */ say?:
    "span" | "yes" | "ask" | "leave_out" | "hidden";
  /** From how many hours after the treatment on. */ from_h?: number;
  /** Up to how many hours after the treatment; later than from_h. */ until_h?: number;
  /** What holds, in your words. They must not name another time than the row. */ words?: Text600;
  /** Words that change with time, in place of words. */ steps?: {
    /** Hours after the treatment; later than in the step before. */ from_h: number;
    /** What holds from then on. */ words: Text600;
  }[];
  /** Where the row stands in the filter. */ group?: "skin" | "heat" | "medicine" | "hair" | "out";
  /** What the row is called, as a patient asks: "Can I … ?". */ question: Text80;
  /** Why, in a sentence or two. */ why?: Text600;
  /** What else people type to find the row. */ synonyms?: Synonyms;
};

/** Your word on a row of ours before the visit; or hidden. */
export type BeforeRow =
  | "hidden"
  | {
      /** From how many hours before the visit on; 0 is the day itself. */ hours_before?: number;
      /** What it means, in your words. */ words?: Text600;
      /** What the row is called. */ question?: Text80;
      /** What else people type to find the row. */ synonyms?: Synonyms;
    };

/** A row of your own before the visit. */
export type OwnBeforeRow = {
  /** From how many hours before the visit on; 0 is the day itself. */ hours_before?: number;
  /** What it means, in your words. */ words: Text600;
  /** What the row is called. */ question: Text80;
  /** What else people type to find the row. */ synonyms?: Synonyms;
  /** It stands under "Tell us first about", without a time. */ tell?: boolean;
};

/** Words that are added to a sign of ours. */
export type SeeRow =
  | string
  | {
      /** What your patients usually see, in your words; ours stay. */ words: Text600;
      /** What else people type to find the row. */ synonyms?: Synonyms;
    };

/** A sign of your own. */
export type OwnSeeRow = {
  /** What your patients usually see, in your words; ours stay. */ words: Text600;
  /** What else people type to find the row. */ synonyms?: Synonyms;
  /** The sign, in a word or two. */ question: Text80;
};

/** A text of at most 60 bytes without line breaks, for every language; or one a language. */
export type Text60 = string | { [key: string]: string };

/** A treatment as your patients know it. */
export type Treatment = {
  /** What patients call it. */ name: Text60;
  /** What it is for, in a few words. */ text?: Text80;
  /** Its name in links and in element.state; made of the name where it is absent. Each is there once. */ key?: string;
  /** What is treated, if state does not say it. */ concern?:
    "texture" | "fine_lines" | "acne_scars" | "stretch_marks" | "pores";
  /** It is kept here and offered nowhere. */ hidden?: boolean;
  /** Its usual settings: device, depth and passes above all. RF to 8 mm, up to 10 sessions and the scalp are beyond what studies report: they are counted with the most of these, and ranges are wider. */ state: {
    /** The setting Device. */ device?: "roller" | "stamp" | "pen" | "rf" | "fractional";
    /** The setting Needle depth. */ depth_mm?: number;
    /** The setting Passes. */ passes?: number;
    /** The setting Treated area. */ area?:
      | "cheeks"
      | "forehead"
      | "around_eyes"
      | "around_mouth"
      | "neck"
      | "body"
      | "full_face"
      | "scalp";
    /** The setting PRP with the treatment. */ prp?: boolean;
    /** The setting Sessions. */ sessions?: number;
    /** The setting Weeks between. */ weeks_between?: number;
    /** The setting What is treated. */ concern?:
      "texture" | "fine_lines" | "acne_scars" | "stretch_marks" | "pores";
    /** The setting Skin tone. */ tone?: null | number;
    /** The setting How easily it reacts. */ reactivity?:
      "calm" | "fairly_calm" | "average" | "reactive" | "very_reactive";
    /** The setting Age. */ age_band?: "under_30" | "from_30" | "from_45" | "from_60";
    /** The setting Darkens easily. */ darkens_easily?: boolean;
    /** The setting Plenty of water. */ water?: boolean;
    /** The setting Out of the sun, SPF daily. */ sun_protection?: boolean;
    /** The setting Peptide or antioxidant moisturiser. */ moisturiser?: boolean;
    /** The setting Post-treatment serum. */ serum?: boolean;
    /** The setting No make-up at first. */ no_makeup_24h?: boolean;
    /** The setting Gentle care, time to heal. */ gentle_care?: boolean;
    /** The setting Anti-inflammatory drugs. */ anti_inflammatory?: boolean;
    /** The setting Ice. */ ice?: boolean;
    /** The setting Arnica or bromelain. */ arnica_bromelain?: boolean;
    /** The setting My event. */ event_on?: null | string;
    /** The setting How many should look normal. */ sureness?: "seven_in_10" | "nine_in_10";
  };
};

/** A text with the same {marks} as ours; or its plural forms, of which other must be there. */
export type Word =
  | string
  | {
      /** The form "zero" of CLDR. */ zero?: string;
      /** The form "one" of CLDR. */ one?: string;
      /** The form "two" of CLDR. */ two?: string;
      /** The form "few" of CLDR. */ few?: string;
      /** The form "many" of CLDR. */ many?: string;
      /** The form "other" of CLDR. */ other: string;
    };

/** Texts of the interface by their keys in web/content/en.json. Safety texts, strengths and hedges are not among them. */
export type Words = { [key: string]: Word };

/** A text of at most 30 bytes without line breaks, for every language; or one a language. */
export type Text30 = string | { [key: string]: string };

/** A text of at most 120 bytes without line breaks, for every language; or one a language. */
export type Text120 = string | { [key: string]: string };
