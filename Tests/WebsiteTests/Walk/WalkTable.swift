/// What everybody gets at every address, written by hand from docs/reference/access.md and docs/explanation/accounts.md.
///
/// A line has the method, the address with what stands in it, the fields of the form, and the answers: one for all, or one for
/// each walker in the order of `columns`. Two answers with a stroke between: within ten minutes of signing in, and later.
///
/// - page: it is shown. list: it is shown, with the members of the organization.
/// - done: it has happened; on to another page.
/// - sign-in: on to the page for that. again: on to the page that asks for the password once more.
/// - refused: 403, with the reason. missing: 404, as if it were not there. conflict: 409, with the reason.
/// - a+b: b for whose role it is to ask issuers, a for the other staff.
/// - a^b: b for whose role it is to coach, a for the other staff.
/// - begun, told: 201 and 204, of an upload.
/// - unread: 422, the form again. ended: 410, the link is worth nothing. wrong: 405.
enum WalkTable {
  static let columns: [Walker] = [
    .nobody, .stranger, .person, .minor, .staff1, .staff2, .director1, .director2, .keeper1, .keeper2, .administrator1,
    .administrator2,
  ]

  /// The pages for everybody, as they were before there were accounts. The site of this test has no interface for programs,
  /// which asks for nobody either: `Tests/Api` tries it.
  static let everybody = """
    GET / | page
    GET /question | page
    GET /question/diploma | page
    POST /question/diploma answer=maybe | unread
    GET /answers | page
    POST /answers kept=x | unread
    GET /answers/removal | wrong
    POST /answers/removal | done
    GET /answers/file | page
    GET /compare | page
    GET /roadmap/aama/cma | page
    POST /roadmap/aama/cma | missing
    GET /roadmap/aama/cma/calendar | page
    GET /reason/aama/cma/eligibility | page
    GET /states | page
    GET /states/wa | page
    GET /states/wa/vaccine | page
    GET /states/compare | page
    GET /states/move | page
    GET /roster | page
    GET /worth | page
    GET /programs | page
    GET /programs/dapip-1-23-3 | page
    GET /programs/dapip-1-23-3/pick | wrong
    POST /programs/dapip-1-23-3/pick | done
    GET /programs/removal | wrong
    POST /programs/removal | done
    GET /print | page
    GET /how-we-know | page
    GET /words | page
    GET /health/live | page
    GET /health/ready | page
    GET /metrics | nobody's
    GET /robots.txt | page
    GET /.well-known/security.txt | missing
    GET /duties | page
    GET /explain | page
    GET /explain/sample | page
    GET /search | page
    GET /assets/nothing.css | missing
    GET /api/v1/credentials | missing
    GET /api/v1/states | missing
    GET /api/v1/states/wa | missing
    GET /api/v1/tasks | missing
    GET /api/v1/tasks/vaccine | missing
    GET /calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics | missing
    GET /api/v1/search | missing
    GET /api/v1/check | missing
    GET /api/v1/explain | missing
    GET /api/v1/compare | missing
    GET /api/v1/plan | missing
    GET /api/v1/openapi.json | missing
    POST /compare | wrong
    POST / | wrong
    """

  static let entering = """
    GET /sign-up | page
    POST /sign-up email=fresh@example.org&year=1990&month=1&day=2 | done
    POST /sign-up email=fresh@example.org&year=2020&month=1&day=2 | page
    GET /sign-up/{nowhere} | ended
    GET /sign-up/{sign-up} | page
    POST /sign-up/{nowhere} new-password=seven+quiet+pumpkins+drive | ended
    POST /sign-up/{sign-up} new-password=seven+quiet+pumpkins+drive | done
    GET /verify/{nowhere} | missing
    POST /verify/{nowhere} | wrong
    GET /sign-off/{nowhere} | missing
    POST /sign-off/{nowhere} answer=sign | missing
    GET /sign-off/{sign-off} | page page refused page page page page page page page page page
    POST /sign-off/{sign-off} answer=sign&name=Ana&role=RN&seen=x | unread unread refused unread unread unread unread unread unread unread unread unread
    POST /sign-off/{sign-off} answer=sign&name=Ana&role=RN&seen={externship-day}.1 | done done refused done done done done done done done done done
    GET /sign-off/{sign-off}/reference | wrong
    POST /sign-off/{sign-off}/reference | missing
    GET /sign-in | page
    POST /sign-in email=stranger@example.org&password=wrong | unread
    POST /sign-in email=stranger@example.org&password=wolf+lantern+ninety+gravel | done
    GET /sign-in/code | page
    POST /sign-in/code code=123456 | ended
    GET /sign-in/mail/{nowhere} | page
    POST /sign-in/mail/{nowhere} | ended
    GET /mail-sent | page
    POST /mail-sent | wrong
    GET /sign-out | wrong
    POST /sign-out | done
    GET /forgotten | page
    POST /forgotten email=stranger@example.org | done
    POST /forgotten email=nobody@example.org | done
    GET /forgotten/{nowhere} | ended
    GET /forgotten/{reset} | page/ended
    POST /forgotten/{reset} new-password=seven+quiet+pumpkins+drive | done/ended
    GET /new-address/{address} | page
    POST /new-address/{nowhere} | ended
    POST /new-address/{address} | done
    GET /invitation/{nowhere} | ended
    GET /invitation/{invitation} | page
    POST /invitation/{nowhere} year=1990&month=1&day=2 | ended
    POST /invitation/{invitation} year=1990&month=1&day=2&new-password=seven+quiet+pumpkins+drive | done conflict conflict conflict conflict conflict conflict conflict conflict conflict conflict conflict
    GET /guardian/{nowhere} | ended
    GET /guardian/{guardian} | page
    POST /guardian/{guardian} | page
    GET /guardian/{nowhere}/withdrawal | page
    POST /guardian/{nowhere}/withdrawal | ended
    """

  static let account = """
    GET /account | sign-in page page page page page page page page page page page
    POST /account | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/again | sign-in page page page page page page page page page page page
    POST /account/again password=wrong | sign-in unread unread unread unread unread unread unread unread unread unread unread
    GET /account/address | sign-in page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again
    POST /account/address email=another@example.org | sign-in done/again done/again done/again done/again done/again done/again done/again done/again done/again done/again done/again
    GET /account/password | sign-in page page page page page page page page page page page
    POST /account/password password=wrong&new-password=seven+quiet+pumpkins+drive | sign-in unread unread unread unread unread unread unread unread unread unread unread
    POST /account/password password=wolf+lantern+ninety+gravel&new-password=seven+quiet+pumpkins+drive | sign-in done done done done done done done done done done done
    GET /account/code | sign-in page page page page page page page page page page page
    GET /account/code/secret | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/code/secret | sign-in page/again page/again page/again page/again done/again page/again done/again page/again done/again page/again done/again
    GET /account/code/first | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/code/first code=123456 | sign-in done/again done/again done/again done/again done/again done/again done/again done/again done/again done/again done/again
    GET /account/code/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/code/removal | sign-in done/again done/again done/again done/again done/again done/again done/again done/again done/again done/again done/again
    GET /account/code/recovery | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/code/recovery | sign-in done/again done/again done/again done/again page/again done/again page/again done/again page/again done/again page/again
    GET /account/sessions | sign-in page page page page page page page page page page page
    GET /account/sessions/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/sessions/removal | sign-in done/again done/again done/again done/again done/again done/again done/again done/again done/again done/again done/again
    GET /account/sharing | sign-in page page page page page page page page page page page
    POST /account/sharing with={school}:coaching&kind=work | sign-in done done refused done done done done done done done done
    GET /account/sharing/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/sharing/removal consent={consent} | sign-in missing done missing missing missing missing missing missing missing missing missing
    GET /account/guardian | sign-in page page page page page page page page page page page
    POST /account/guardian email=aunt@example.org | sign-in done done done done done done done done done done done
    GET /account/papers | sign-in page page page page page page page page page page page
    POST /account/papers | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/papers/add | sign-in page page page page page page page page page page page
    POST /account/papers/add answer=card | sign-in unread unread unread unread unread unread unread unread unread unread unread
    GET /account/papers/{paper} | sign-in missing page missing missing missing missing missing missing missing missing missing
    POST /account/papers/{paper} | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/papers/{paper}/file | sign-in missing page missing missing missing missing missing missing missing missing missing
    POST /account/papers/{paper}/file | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/papers/{paper}/preview | sign-in missing page missing missing missing missing missing missing missing missing missing
    POST /account/papers/{paper}/preview | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/papers/{paper}/place | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/papers/{paper}/place record= | sign-in missing done missing missing missing missing missing missing missing missing missing
    POST /account/papers/{paper}/place record={record-of-person} | sign-in missing done missing missing missing missing missing missing missing missing missing
    POST /account/papers/{health-paper}/place record={record-of-person} | sign-in missing unread missing missing missing missing missing missing missing missing missing
    GET /account/papers/{paper}/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/papers/{paper}/removal | sign-in missing done missing missing missing missing missing missing missing missing missing
    GET /account/papers/{health-paper} | sign-in missing page missing missing missing missing missing missing missing missing missing
    GET /account/papers/{health-paper}/file | sign-in missing page missing missing missing missing missing missing missing missing missing
    POST /account/papers/{health-paper}/removal | sign-in missing done missing missing missing missing missing missing missing missing missing
    GET /account/papers/uploads | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/papers/uploads answer=card&size=9 | sign-in begun begun begun begun begun begun begun begun begun begun begun
    POST /account/papers/uploads answer=card&size=99999999 | sign-in unread unread unread unread unread unread unread unread unread unread unread
    GET /account/papers/uploads/{upload} | sign-in missing told missing missing missing missing missing missing missing missing missing
    POST /account/papers/uploads/{upload} | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    PATCH /account/papers/uploads/{upload} abc | sign-in missing told missing missing missing missing missing missing missing missing missing
    GET /account/papers/pages/{draft} | sign-in missing page missing missing missing missing missing missing missing missing missing
    POST /account/papers/pages/{draft} | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/papers/pages/{draft}/{draft-page} | sign-in missing page missing missing missing missing missing missing missing missing missing
    POST /account/papers/pages/{draft}/{draft-page} | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/papers/pages/{draft}/order | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/papers/pages/{draft}/order page={draft-page}&turn=out | sign-in missing done missing missing missing missing missing missing missing missing missing
    GET /account/papers/pages/{draft}/paper | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/papers/pages/{draft}/paper | sign-in missing done missing missing missing missing missing missing missing missing missing
    GET /account/papers/pages/{draft}/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/papers/pages/{draft}/removal | sign-in missing done missing missing missing missing missing missing missing missing missing
    POST /account/papers/add draft={draft} | sign-in missing unread missing missing missing missing missing missing missing missing missing
    POST /account/papers/uploads draft={draft}&size=9 | sign-in missing begun missing missing missing missing missing missing missing missing missing
    PATCH /account/papers | wrong
    GET /account/reminders | sign-in page page page page page page page page page page page
    POST /account/reminders mail=1&language=es&zone=America/Denver&from=22&until=6 | sign-in done done done done done done done done done done done
    POST /account/reminders mail=1&language=xx&zone=America/Denver&from=22&until=6 | sign-in unread unread unread unread unread unread unread unread unread unread unread
    GET /account/reminders/calendar | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/reminders/calendar | sign-in page page page page page page page page page page page
    GET /account/reminders/calendar/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/reminders/calendar/removal | sign-in done done done done done done done done done done done
    GET /account/reminders/channels | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/reminders/channels organization={own}&on=1 | sign-in done done done done done done done done done done done
    GET /account/roadmaps | sign-in missing missing missing missing missing missing missing missing missing missing missing
    POST /account/roadmaps | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/roadmaps/AAAAAAAAAAAAAAAAAAAAAA | sign-in missing missing missing missing missing missing missing missing missing missing missing
    POST /account/roadmaps/AAAAAAAAAAAAAAAAAAAAAA | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/roadmaps/AAAAAAAAAAAAAAAAAAAAAA/steps/exam | sign-in missing missing missing missing missing missing missing missing missing missing missing
    POST /account/roadmaps/AAAAAAAAAAAAAAAAAAAAAA/steps/exam answer=done | sign-in missing missing missing missing missing missing missing missing missing missing missing
    GET /account/roadmaps/AAAAAAAAAAAAAAAAAAAAAA/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/roadmaps/AAAAAAAAAAAAAAAAAAAAAA/removal | sign-in missing missing missing missing missing missing missing missing missing missing missing
    GET /account/roadmaps/AAAAAAAAAAAAAAAAAAAAAA/answers | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/roadmaps/AAAAAAAAAAAAAAAAAAAAAA/answers | sign-in missing missing missing missing missing missing missing missing missing missing missing
    GET /account/record | sign-in page page page page page page page page page page page
    POST /account/record | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/record/add/card | sign-in page page page page page page page page page page page
    POST /account/record/add/card type=bls&issued-year=2026 | sign-in done done done done done done done done done done done
    POST /account/record/add/card type=bls&issued-year=26 | sign-in unread unread unread unread unread unread unread unread unread unread unread
    GET /account/record/{record-of-person} | sign-in missing page missing missing missing missing missing missing missing missing missing
    POST /account/record/{record-of-person} why=mistyped&seen=1&type=bls | sign-in missing unread missing missing missing missing missing missing missing missing missing
    GET /account/record/{record-of-person}/withdrawal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/record/{record-of-person}/withdrawal reason=mistyped&seen=1 | sign-in missing unread missing missing missing missing missing missing missing missing missing
    POST /account/record/{record-of-person}/withdrawal reason=mistyped&seen={record-seen} | sign-in missing done missing missing missing missing missing missing missing missing missing
    GET /account/record/complete/card | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/record/complete/card all=yes | sign-in done done done done done done done done done done done
    GET /account/health | sign-in page page page page page page page page page page page
    POST /account/health | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/health/add/health | sign-in page page page page page page page page page page page
    POST /account/health/add/health type=mmr&outcome=declined | sign-in done done done done done done done done done done done
    POST /account/health/add/health type=plague | sign-in unread unread unread unread unread unread unread unread unread unread unread
    GET /account/health/{health-of-person} | sign-in missing page missing missing missing missing missing missing missing missing missing
    POST /account/health/{health-of-person} why=mistyped&seen=1&type=mmr | sign-in missing unread missing missing missing missing missing missing missing missing missing
    GET /account/health/{health-of-person}/withdrawal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/health/{health-of-person}/withdrawal reason=mistyped&seen=1 | sign-in missing unread missing missing missing missing missing missing missing missing missing
    POST /account/health/{health-of-person}/withdrawal reason=mistyped&seen={health-seen} | sign-in missing done missing missing missing missing missing missing missing missing missing
    GET /account/health/complete/health | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/health/complete/health all=yes | sign-in done done done done done done done done done done done
    GET /account/health/{record-of-person} | sign-in missing missing missing missing missing missing missing missing missing missing missing
    GET /account/education | sign-in missing missing missing missing missing missing missing missing missing missing missing
    POST /account/education units=2 | sign-in missing missing missing missing missing missing missing missing missing missing missing
    GET /account/education/courses | sign-in missing missing missing missing missing missing missing missing missing missing missing
    POST /account/education/courses catalog=sample&least=cost | sign-in missing missing missing missing missing missing missing missing missing missing missing
    GET /account/verification | sign-in page page page page page page page page page page page
    POST /account/verification credential=aama/cma&name=Maya&purpose=job&days=30 | sign-in unread unread refused unread unread unread unread unread unread unread unread
    GET /account/verification/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/verification/removal link=AAAAAAAAAAAAAAAAAAAAAA | sign-in missing missing missing missing missing missing missing missing missing missing missing
    GET /account/externship | sign-in page page page page page page page page page page page
    POST /account/externship | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/externship/add | sign-in page page page page page page page page page page page
    POST /account/externship/add year=2026&month=11&day=2&site=Lakeside&preceptor=Ana&hours=8 | sign-in done done done done done done done done done done done
    POST /account/externship/add year=2026&month=11&day=2&site=Lakeside&preceptor=Ana&hours=25 | sign-in unread unread unread unread unread unread unread unread unread unread unread
    GET /account/externship/days/{externship-day} | sign-in missing page missing missing missing missing missing missing missing missing missing
    POST /account/externship/days/{externship-day} year=2026&month=11&day=2&site=Lakeside&preceptor=Ana&hours=9&seen=7 | sign-in missing unread missing missing missing missing missing missing missing missing missing
    POST /account/externship/days/{externship-day} year=2026&month=11&day=2&site=Lakeside&preceptor=Ana&hours=9&seen=1 | sign-in missing done missing missing missing missing missing missing missing missing missing
    GET /account/externship/days/{externship-day}/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/externship/days/{externship-day}/removal seen=1 | sign-in missing done missing missing missing missing missing missing missing missing missing
    GET /account/externship/links | sign-in page page page page page page page page page page page
    POST /account/externship/links day=AAAAAAAAAAAAAAAAAAAAAA&name=Maya&days=14 | sign-in unread unread refused unread unread unread unread unread unread unread unread
    POST /account/externship/links day={externship-day}&name=Maya&days=14 | sign-in unread page refused unread unread unread unread unread unread unread unread
    GET /account/externship/links/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/externship/links/removal link={sign-off-link} | sign-in missing done missing missing missing missing missing missing missing missing missing
    GET /account/externship/letters | sign-in page page page page page page page page page page page
    POST /account/externship/letters from=Lakeside&year=2026&month=11&day=2 | sign-in done done done done done done done done done done done
    GET /account/externship/letters/{letter} | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/externship/letters/{letter} event=received&{letter}-year=2026&{letter}-month=11&{letter}-day=3 | sign-in missing done missing missing missing missing missing missing missing missing missing
    GET /account/externship/file | sign-in page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again
    POST /account/externship/file | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/coach | sign-in page page page page page page page page page page page
    POST /account/coach | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/coach/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/coach/removal consent={consent} | sign-in missing done missing missing missing missing missing missing missing missing missing
    GET /account/coach/file | sign-in page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again
    POST /account/coach/file | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/status | sign-in page page page page page page page page page page page
    POST /account/status | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/what-if | sign-in page page page page page page page page page page page
    POST /account/what-if kind=move | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/status/aama/cma/current | sign-in missing missing missing missing missing missing missing missing missing missing missing
    POST /account/status/aama/cma/current | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /account/clocks | sign-in page page page page page page page page page page page
    POST /account/clocks credential=aama/cma&page=site&day=2026-11-22 | sign-in missing missing missing missing missing missing missing missing missing missing missing
    POST /account/clocks credential=nobody/none&page=site&day=2026-11-22 | sign-in missing missing missing missing missing missing missing missing missing missing missing
    GET /account/clocks/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /account/clocks/removal look=1 | sign-in missing missing missing missing missing missing missing missing missing missing missing
    POST /account/clocks/removal look={look} | sign-in missing done missing missing missing missing missing missing missing missing missing
    GET /account/record/export | sign-in page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again
    POST /account/record/export health=1 | sign-in page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again
    GET /account/record/import | sign-in page page page page page page page page page page page
    POST /account/record/import file=x | sign-in unread unread unread unread unread unread unread unread unread unread unread
    GET /account/health/import | sign-in page page page page page page page page page page page
    POST /account/health/import file=x | sign-in unread unread unread unread unread unread unread unread unread unread unread
    POST /account/record/import file={"record_file":1} | sign-in page page page page page page page page page page page
    POST /account/record/import text={"record_file":1} | sign-in done done done done done done done done done done done
    GET /account/archive | sign-in page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again
    POST /account/archive health=1 | sign-in page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again
    GET /account/archive/import | sign-in page page page page page page page page page page page
    POST /account/archive/import file=x | sign-in unread unread unread unread unread unread unread unread unread unread unread
    POST /account/archive/import seen=00 | sign-in unread unread unread unread unread unread unread unread unread unread unread
    GET /account/deletion | sign-in page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again page/again
    POST /account/deletion | sign-in done/again done/again done/again done/again done/again done/again done/again done/again done/again done/again done/again
    """

  static let coaching = """
    GET /coaching | sign-in refused refused refused refused refused^page refused refused refused page refused refused
    POST /coaching | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /coaching/{school}/{coached} | sign-in missing refused refused missing^refused missing^page refused refused refused page refused refused
    GET /coaching/{school}/{minor} | sign-in missing refused refused missing^refused missing^refused refused refused refused refused refused refused
    GET /coaching/{other}/{coached} | sign-in missing missing missing missing missing missing missing missing missing refused refused
    POST /coaching/{school}/{coached} | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /coaching/{school}/{coached}/notes | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /coaching/{school}/{coached}/notes note=Called+the+school. | sign-in missing refused refused missing^refused missing^done refused refused refused done refused refused
    POST /coaching/{school}/{coached}/notes note= | sign-in missing refused refused missing^refused missing^unread refused refused refused unread refused refused
    POST /coaching/{school}/{minor}/notes note=Called+the+school. | sign-in missing refused refused missing^refused missing^refused refused refused refused refused refused refused
    POST /coaching/{other}/{coached}/notes note=Called+the+school. | sign-in missing missing missing missing missing missing missing missing missing refused refused
    GET /coaching/{school}/{coached}/plan | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /coaching/{school}/{coached}/plan seen=0&from=school&year=2026&month=12&day=20 | sign-in missing refused refused missing^refused missing^done refused refused refused done refused refused
    POST /coaching/{school}/{coached}/plan seen=7&goal= | sign-in missing refused refused missing^refused missing^unread refused refused refused unread refused refused
    POST /coaching/{school}/{minor}/plan seen=0&from=school&year=2026&month=12&day=20 | sign-in missing refused refused missing^refused missing^refused refused refused refused refused refused refused
    POST /coaching/{other}/{coached}/plan seen=0&from=school&year=2026&month=12&day=20 | sign-in missing missing missing missing missing missing missing missing missing refused refused
    """

  static let organizations = """
    GET /organizations/{own} | sign-in missing page page page list page list page list page list
    GET /organizations/{other} | sign-in missing missing missing missing missing missing missing missing missing page list
    POST /organizations/{own} | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /organizations/{own}/invitations | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /organizations/{own}/invitations email=fresh@example.org&role=person | sign-in missing refused refused refused refused refused refused refused done refused done
    POST /organizations/{other}/invitations email=fresh@example.org&role=person | sign-in missing missing missing missing missing missing missing missing missing refused done
    POST /organizations/{own}/invitations email=fresh@example.org&role=administrator | sign-in missing refused refused refused refused refused refused refused refused refused refused
    GET /organizations/{own}/invitations/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /organizations/{own}/invitations/removal invitation={own-invitation} | sign-in missing refused refused refused refused refused refused refused done refused done
    POST /organizations/{own}/invitations/removal invitation={other-invitation} | sign-in missing missing missing missing missing missing missing missing missing refused done
    GET /organizations/{own}/members/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /organizations/{own}/members/removal account={own-victim}&role=person | sign-in missing refused refused refused refused refused refused refused done/again refused done/again
    POST /organizations/{other}/members/removal account={other-victim}&role=person | sign-in missing missing missing missing missing missing missing missing missing refused done/again
    POST /organizations/{own}/members/removal account={account}&role={role} | sign-in missing done done done done done done done done missing missing
    GET /organizations/{own}/members/permissions | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /organizations/{own}/members/permissions account={own-victim}&role=person | sign-in missing refused refused refused refused refused refused refused done/again refused done/again
    POST /organizations/{other}/members/permissions account={other-victim}&role=person | sign-in missing missing missing missing missing missing missing missing missing refused done/again
    POST /organizations/{own}/members/permissions account={account}&role={role}&permission=members | sign-in missing refused refused refused refused refused refused refused refused/again refused refused/again
    GET /organizations/{own}/members/guardian | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /organizations/{own}/members/guardian person={minor}&given=1 | sign-in refused refused refused refused refused refused done refused refused refused refused
    GET /organizations/{own}/webhook | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /organizations/{own}/webhook webhook=https://texts.example.org/x | sign-in missing refused refused refused refused refused refused refused page refused page
    POST /organizations/{other}/webhook webhook=https://texts.example.org/x | sign-in missing missing missing missing missing missing missing missing missing refused page
    POST /organizations/{own}/webhook webhook=http://127.0.0.1/x | sign-in missing refused refused refused refused refused refused refused unread refused unread
    GET /organizations/{own}/webhook/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /organizations/{own}/webhook/removal | sign-in missing refused refused refused refused refused refused refused done refused done
    POST /organizations/{other}/webhook/removal | sign-in missing missing missing missing missing missing missing missing missing refused done
    GET /organizations/{own}/check-days | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /organizations/{own}/check-days check-days=60 | sign-in missing refused refused refused refused refused refused refused done refused done
    POST /organizations/{other}/check-days check-days=60 | sign-in missing missing missing missing missing missing missing missing missing refused done
    POST /organizations/{own}/check-days check-days=366 | sign-in missing refused refused refused refused refused refused refused unread refused unread
    GET /organizations/{own}/checks | sign-in missing refused refused refused refused+page refused refused refused refused refused refused
    GET /organizations/{other}/checks | sign-in missing missing missing missing missing missing missing missing missing refused refused
    POST /organizations/{own}/checks | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /organizations/{own}/checks/{minor}/AAAAAAAAAAAAAAAAAAAAAA | sign-in missing refused refused refused refused refused refused refused refused refused refused
    POST /organizations/{own}/checks/{minor}/AAAAAAAAAAAAAAAAAAAAAA answer=confirms | sign-in missing refused refused refused refused refused refused refused refused refused refused
    GET /organizations/{other}/checks/{minor}/AAAAAAAAAAAAAAAAAAAAAA | sign-in missing missing missing missing missing missing missing missing missing refused refused
    POST /organizations/{other}/checks/{minor}/AAAAAAAAAAAAAAAAAAAAAA answer=confirms | sign-in missing missing missing missing missing missing missing missing missing refused refused
    """

  static let installation = """
    GET /administration | sign-in refused refused refused refused refused refused refused refused refused refused page
    POST /administration | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /administration/organizations | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /administration/organizations name=New&kind=school | sign-in refused refused refused refused refused refused refused refused refused refused done
    GET /administration/invitations | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /administration/invitations email=fresh@example.org | sign-in refused refused refused refused refused refused refused refused refused refused done/again
    GET /administration/invitations/removal | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /administration/invitations/removal invitation={installation} | sign-in refused refused refused refused refused refused refused refused refused refused done/again
    GET /administration/accounts | sign-in refused refused refused refused refused refused refused refused refused refused page
    POST /administration/accounts email=stranger@example.org | sign-in refused refused refused refused refused refused refused refused refused refused done
    GET /administration/accounts/{victim} | sign-in refused refused refused refused refused refused refused refused refused refused page
    GET /administration/accounts/{account} | sign-in refused refused refused refused refused refused refused refused refused refused page
    POST /administration/accounts/{victim} | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    GET /administration/accounts/{victim}/disable | sign-in wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong wrong
    POST /administration/accounts/{victim}/disable | sign-in refused refused refused refused refused refused refused refused refused refused done/again
    POST /administration/accounts/{account}/disable | sign-in refused refused refused refused refused refused refused refused refused refused refused/again
    POST /administration/accounts/{victim}/enable | sign-in refused refused refused refused refused refused refused refused refused refused done/again
    POST /administration/accounts/{victim}/sessions | sign-in missing missing missing missing missing missing missing missing missing refused done/again
    POST /administration/accounts/{account}/sessions | sign-in done/again done/again done/again done/again done/again done/again done/again done/again done/again done/again done/again
    POST /administration/accounts/{victim}/administrator | sign-in refused refused refused refused refused refused refused refused refused refused done/again
    POST /administration/accounts/{account}/administrator | sign-in refused refused refused refused refused refused refused refused refused refused refused/again
    POST /administration/accounts/{victim}/no-administrator | sign-in refused refused refused refused refused refused refused refused refused refused done/again
    POST /administration/accounts/{victim}/hold kind=legal&reason=An+inquiry | sign-in refused refused refused refused refused refused refused refused refused refused done/again
    POST /administration/accounts/{account}/hold kind=legal&reason=An+inquiry | sign-in refused refused refused refused refused refused refused refused refused refused refused/again
    POST /administration/accounts/{held}/no-hold kind=legal | sign-in refused refused refused refused refused refused refused refused refused refused done/again
    POST /administration/accounts/{victim}/deletion | sign-in missing missing missing missing missing missing missing missing missing refused done/again
    POST /administration/accounts/{held}/deletion | sign-in missing missing missing missing missing missing missing missing missing refused conflict/again
    """

  static let text = [everybody, entering, account, coaching, organizations, installation].joined(separator: "\n")
}
