"""The first fifteen lines: record two beslut in a register, and ask about any day."""

from datetime import date

import orgmodell

with orgmodell.open_register(":memory:") as register:  # a file name keeps it: "kommuner.db"
    kommun = register.organisation("exempelby")
    with kommun.beslut("KF 2014 § 1", decided=date(2014, 3, 1), effective=date(2015, 1, 1)) as beslut:
        beslut.create_enhet("soc", name="Socialförvaltningen", kind="förvaltning")
        beslut.create_enhet("hemtjanst", name="Hemtjänsten", kind="avdelning", parent="soc")
        beslut.create_befattning("socialchef", title="Socialchef", enhet="soc", leads=["soc"])
        beslut.create_befattning("underskoterska", title="Undersköterska", enhet="hemtjanst")
        beslut.appoint("socialchef", person="p-1", form="tf")
    try:
        with kommun.beslut("SN 2016 § 9", decided=date(2016, 5, 1)) as beslut:
            beslut.dissolve_enhet("soc")
    except orgmodell.BeslutRefused as refused:
        print(refused)
    view = kommun.on(date(2016, 5, 1))
    print(view.chart().to_text())
    print(view.chefsled("underskoterska"), "chefsled till", *view.reporting_line("underskoterska"))
