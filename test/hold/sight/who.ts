// By hand, beside the table of domain/sight: which kinds of field each of these people may be sent. y: sent, -: never.
export const whoTable = `
kind          owner payer colleague coordinator manager generalManager crew normed asked workshop technical author quality marketing admin otherCrew replaced otherCompany visitor
plain         y     y     y         y           y       y              y    y      y     y        y         y      y       y         y     y         y        y            y
words         y     y     y         y           y       y              y    y      -     -        y         y      y       -         -     -         -        -            -
photos        y     y     y         y           y       y              y    y      -     -        y         y      y       -         -     -         -        -            -
phone         y     -     -         y           y       -              y    y      -     -        -         -      -       -         -     -         -        -            -
maskedPhone   y     y     y         y           y       y              y    y      y     y        y         y      y       y         -     -         -        -            -
staffPhone    y     y     y         y           y       y              y    y      y     y        y         y      -       -         -     -         -        -            -
charge        y     y     y         y           y       y              y    y      -     -        -         -      -       -         -     -         -        -            -
price         y     y     -         y           y       y              y    y      -     -        -         -      -       -         -     -         -        -            -
cost          -     -     -         y           y       y              y    y      -     -        -         -      -       -         -     -         -        -            -
change        y     y     y         y           y       y              y    y      -     -        y         -      -       -         -     -         -        -            -
record        y     y     y         y           y       y              y    y      -     -        y         y      y       -         -     -         -        -            -
receipt       y     y     y         y           y       y              y    y      -     -        -         -      -       -         -     -         -        -            -
code          y     y     y         -           -       -              -    -      -     -        -         -      -       -         -     -         -        -            -
score         y     y     y         y           y       y              -    -      -     -        -         -      y       -         -     -         -        -            -
desk          -     -     -         y           y       y              -    -      -     -        -         -      -       -         -     -         -        -            -
history       y     y     y         y           y       y              y    y      -     -        y         y      y       -         -     -         -        -            -
internal      -     -     -         y           y       y              y    y      -     -        y         -      y       -         -     -         -        -            -
inside        -     -     -         y           y       y              y    y      y     y        y         y      y       -         -     -         -        -            -
trip          -     -     -         y           y       y              y    y      -     -        -         -      -       -         -     -         -        -            -
appraisal     -     -     -         y           y       y              y    y      -     -        y         -      y       -         -     -         -        -            -
analysis      -     -     -         -           y       y              -    y      y     y        y         -      y       -         -     -         -        -            -
faults        -     -     -         -           y       y              -    -      -     -        y         -      y       -         -     -         -        -            -
month         -     -     -         -           y       y              -    -      -     -        -         -      -       -         -     -         -        -            -
archive       y     y     y         y           y       y              -    -      -     -        y         -      y       -         -     -         -        y            -
people        -     -     -         y           y       y              -    -      -     -        -         -      -       -         y     -         -        -            -
contacts      -     -     -         y           y       -              -    -      -     -        -         y      -       y         -     -         -        -            -
code2         -     -     -         y           y       y              -    -      -     -        -         -      -       -         y     -         -        -            -
approval      -     -     -         -           y       y              -    -      -     -        -         -      -       -         -     -         -        -            -
own           y     y     y         y           y       y              y    y      y     y        y         y      y       y         y     y         y        y            y
plan          y     y     y         y           y       y              y    y      -     -        y         y      y       -         -     -         -        -            -
inquest       -     -     -         y           y       y              y    y      -     -        y         -      y       -         -     -         -        -            -
ownTerms      y     y     y         y           y       y              y    y      y     y        y         y      y       y         y     y         y        y            -
customerTerms y     y     y         -           -       -              -    -      -     -        -         -      -       -         -     -         -        y            -
askTerms      y     y     y         y           y       y              y    y      -     -        y         y      y       -         -     -         -        y            -
fieldTerms    -     -     -         y           y       y              y    y      -     -        -         -      -       -         -     y         y        -            -
officeTerms   -     -     -         y           y       y              -    -      -     -        -         -      -       -         -     -         -        -            -
`

export interface WhoElse {
  who: string
  more: Readonly<Record<string, string>>
  archive?: Readonly<Record<string, string>>
}

/** By hand: who knows of the tickets of other kinds at all, and what he is sent there beyond the table above. */
export const whoElse = {
  inquiry: {
    who: 'owner payer colleague coordinator manager generalManager technical',
    // who answers may call the customer while it is open
    more: { technical: 'phone' },
  },
  complaint: {
    who: 'owner payer colleague coordinator manager generalManager',
    more: {},
    // they have no part in it, and read 客户服务档案
    archive: { technical: 'words inquest', quality: 'words inquest' },
  },
  installation: {
    who: 'owner payer colleague coordinator manager generalManager crew',
    more: {},
  },
} as const satisfies Record<string, WhoElse>
