// By hand, beside the table of domain/sight: which kinds of field each of these people may be sent. y: sent, -: never.
export const whoTable = `
kind          owner payer colleague coordinator manager generalManager crew normed asked workshop technical author quality marketing admin otherCrew replaced otherCompany
plain         y     y     y         y           y       y              y    y      y     y        y         y      y       y         y     y         y        y
words         y     y     y         y           y       y              y    y      -     -        y         y      y       -         -     -         -        -
photos        y     y     y         y           y       y              y    y      -     -        y         y      y       -         -     -         -        -
phone         y     -     -         y           y       -              y    y      -     -        -         -      -       -         -     -         -        -
maskedPhone   y     y     y         y           y       y              y    y      y     y        y         y      y       y         -     -         -        -
staffPhone    y     y     y         y           y       y              y    y      y     y        y         y      -       -         -     -         -        -
charge        y     y     y         y           y       y              y    y      -     -        -         -      -       -         -     -         -        -
price         y     y     -         y           y       y              y    y      -     -        -         -      -       -         -     -         -        -
cost          -     -     -         y           y       y              y    y      -     -        -         -      -       -         -     -         -        -
change        y     y     y         y           y       y              y    y      -     -        y         -      -       -         -     -         -        -
record        y     y     y         y           y       y              y    y      -     -        y         y      y       -         -     -         -        -
receipt       y     y     y         y           y       y              y    y      -     -        -         -      -       -         -     -         -        -
code          y     y     y         -           -       -              -    -      -     -        -         -      -       -         -     -         -        -
score         y     y     y         y           y       y              -    -      -     -        -         -      y       -         -     -         -        -
desk          -     -     -         y           y       y              -    -      -     -        -         -      -       -         -     -         -        -
history       y     y     y         y           y       y              y    y      -     -        y         y      y       -         -     -         -        -
internal      -     -     -         y           y       y              y    y      -     -        y         -      y       -         -     -         -        -
inside        -     -     -         y           y       y              y    y      y     y        y         y      y       -         -     -         -        -
trip          -     -     -         y           y       y              y    y      -     -        -         -      -       -         -     -         -        -
appraisal     -     -     -         y           y       y              y    y      -     -        y         -      y       -         -     -         -        -
analysis      -     -     -         -           y       y              -    y      y     y        y         -      y       -         -     -         -        -
faults        -     -     -         -           y       y              -    -      -     -        y         -      y       -         -     -         -        -
month         -     -     -         -           y       y              -    -      -     -        -         -      -       -         -     -         -        -
archive       y     y     y         y           y       y              -    -      -     -        y         -      y       -         -     -         -        y
people        -     -     -         y           y       y              -    -      -     -        -         -      -       -         y     -         -        -
contacts      -     -     -         y           y       -              -    -      -     -        -         y      -       y         -     -         -        -
code2         -     -     -         y           y       y              -    -      -     -        -         -      -       -         y     -         -        -
approval      -     -     -         -           y       y              -    -      -     -        -         -      -       -         -     -         -        -
own           y     y     y         y           y       y              y    y      y     y        y         y      y       y         y     y         y        y
`
