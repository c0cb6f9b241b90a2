// Every action of the door beside everybody; the letters are explained in permissions.test.ts.
export const actionTable = `
action              nobody visitor owner payer operator otherCompany coordinator manager generalManager crew otherCrew replaced asked normed workshop technical author marketing quality admin
session.open        ?      y       y     y     y        y            y           y       y              y    y         y        y     y      y        y         y      y         y       y
company.peek        ?      o       o     o     o        o            o           o       o              o    o         o        o     o      o        o         o      o         o       o # wrong code
company.join        ?      o       o     o     o        o            o           o       o              o    o         o        o     o      o        o         o      o         o       o # wrong code
company.find        ?      j       -     -     -        -            y           y       -              -    -         -        -     -      -        -         y      y         -       -
equipment.list      ?      j       y     y     y        y            y           y       y              y    y         y        y     y      y        y         y      y         y       y
equipment.open      ?      j       y     y     y        o            y           y       y              y    y         y        y     y      y        y         y      y         y       y # another's machine is not found
complaint.about     ?      j       y     y     y        y            y           y       -              -    -         -        -     -      -        -         y      y         -       -
ticket.submit       ?      j       o     o     o        o            -           -       -              -    -         -        -     -      -        -         -      -         -       - # no such machine
ticket.enter        ?      j       -     -     -        -            o           o       -              -    -         -        -     -      -        -         -      -         -       - # the machine has an open ticket; marketing by letter only
ticket.list         ?      j       y     y     y        y            y           y       y              y    y         y        y     y      y        y         y      y         y       y
ticket.open         ?      j       y     y     y        0            y           y       y              y    0         0        y     y      y        0         y      0         0       0
ticket.move         ?      j       y     y     y        0            y           y       x              y    0         0        x     y      x        0         y      0         0       0
ticket.merge        ?      j       -     -     -        -            o           o       x              x    0         0        x     x      x        0         x      0         0       0 # with itself
ticket.similar      ?      j       -     -     -        -            y           y       y              y    0         0        y     y      y        0         y      0         0       0
inquiry.open        ?      j       0     0     0        0            0           0       0              0    0         0        0     0      0        0         0      0         0       0 # a repair is none
inquiry.turn        ?      j       0     0     0        0            0           0       0              0    0         0        0     0      0        0         0      0         0       0 # a repair is none
knowledge.suggest   ?      j       y     y     y        y            y           y       y              y    y         y        y     y      y        y         y      y         y       y
knowledge.helped    ?      j       0     0     0        0            0           0       0              0    0         0        0     0      0        0         0      0         0       0 # no such item
knowledge.list      ?      j       -     -     -        -            y           y       y              y    y         y        y     y      y        y         y      y         y       y
knowledge.open      ?      j       -     -     -        -            y           y       y              y    y         y        y     y      y        y         y      y         y       y # a blank one
knowledge.save      ?      j       -     -     -        -            0           0       0              0    0         0        0     0      0        0         0      0         0       0 # no such item
manual.list         ?      j       -     -     -        -            y           y       y              y    0         0        y     y      y        0         y      0         0       0
d8.list             ?      j       -     -     -        -            -           y       y              -    -         -        y     y      y        y         -      -         y       -
d8.open             ?      j       -     -     -        -            0           y       y              0    0         0        y     y      y        y         0      0         y       0
d8.prepare          ?      j       -     -     -        -            -           y       -              -    -         -        -     -      -        y         -      -         y       -
d8.start            ?      j       -     -     -        -            -           y       -              -    -         -        -     -      -        y         -      -         y       -
d8.move             ?      j       -     -     -        -            0           o       x              0    0         0        o     o      o        o         0      0         o       0 # no such ticket to be linked
media.arrived       ?      j       0     0     0        0            0           0       0              0    0         0        0     0      0        0         0      0         0       0 # nobody announced it
return.list         ?      j       -     -     -        -            y           y       -              -    -         -        -     -      -        -         -      -         -       -
return.open         ?      j       -     -     -        -            0           0       -              -    -         -        -     -      -        -         -      -         -       - # nobody has been there yet
return.complain     ?      j       -     -     -        -            o           o       -              -    -         -        -     -      -        -         -      -         -       - # not to be followed up yet
return.record       ?      j       -     -     -        -            0           0       -              -    -         -        -     -      -        -         -      -         -       - # nobody has been there yet
receipt.verify      ?      j       y     y     y        0            y           y       y              y    0         0        y     y      y        0         y      0         0       0
dispatch.candidates ?      j       -     -     -        -            y           y       -              -    -         -        -     -      -        -         -      -         -       -
dispatch.board      ?      j       -     -     -        -            y           y       y              -    -         -        -     -      -        -         -      -         -       -
approve.open        ?      j       -     -     -        -            -           y       y              -    -         -        -     -      -        -         -      -         -       -
staff.list          ?      j       -     -     -        -            y           y       y              -    -         -        -     -      -        -         -      -         -       y
staff.invite        ?      j       -     -     -        -            -           y       y              -    -         -        -     -      -        -         -      -         -       y
staff.join          ?      o       o     o     o        o            o           o       o              o    o         o        o     o      o        o         o      o         o       o # wrong code
staff.change        ?      j       -     -     -        -            -           y       y              -    -         -        -     -      -        -         -      -         -       y
staff.jobs          ?      j       -     -     -        -            y           y       y              -    y         -        -     -      -        -         -      -         -       y # his own
staff.handOver      ?      j       -     -     -        -            -           y       -              -    -         -        -     -      -        -         -      -         -       -
staff.absence       ?      j       -     -     -        -            y           y       y              -    y         -        -     -      -        -         -      -         -       y # his own
archive.list        ?      j       y     y     y        y            y           y       y              -    -         -        -     -      -        y         -      -         y       -
archive.companies   ?      j       -     -     -        -            y           y       y              -    -         -        -     -      -        y         -      -         y       -
export.make         ?      j       -     -     -        -            y           y       y              -    -         -        -     -      -        y         -      -         y       -
import.open         ?      j       -     -     -        -            o           o       -              -    -         -        -     -      -        -         -      -         -       - # no such file
import.check        ?      j       -     -     -        -            o           o       -              -    -         -        -     -      -        -         -      -         -       - # no such file
import.write        ?      j       -     -     -        -            o           o       -              -    -         -        -     -      -        -         -      -         -       - # no such file
import.report       ?      j       -     -     -        -            o           o       -              -    -         -        -     -      -        -         -      -         -       - # no such file
work.open           ?      j       -     -     -        -            y           y       y              y    y         y        y     y      y        y         y      y         y       y
work.queue          ?      j       -     -     -        -            y           -       -              -    -         -        -     -      -        -         -      -         -       -
stats.pareto        ?      j       -     -     -        -            -           y       y              -    -         -        -     -      -        y         -      -         y       -
stats.cases         ?      j       -     -     -        -            -           y       y              -    -         -        -     -      -        y         -      -         y       -
stats.measures      ?      j       -     -     -        -            -           y       y              -    -         -        -     -      -        y         -      -         y       -
stats.satisfaction  ?      j       -     -     -        -            -           y       y              -    -         -        -     -      -        -         -      -         -       -
stats.articles      ?      j       -     -     -        -            -           y       y              -    -         -        -     -      -        -         -      -         -       -
inbox.list          ?      j       y     y     y        y            y           y       y              y    y         y        y     y      y        y         y      y         y       y
inbox.read          ?      j       y     y     y        y            y           y       y              y    y         y        y     y      y        y         y      y         y       y
consent.record      ?      y       y     y     y        y            y           y       y              y    y         y        y     y      y        y         y      y         y       y
`
