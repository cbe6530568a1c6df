// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/livetrace.h"
#include "core/document/workspaceeditor.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

QByteArray policy()
{
    return "apiVersion: istio.alibabacloud.com/v1beta1\nkind: ASMEgressTrafficPolicy\nmetadata:\n"
           "  name: egress-by-egressgateway-a\n  namespace: istio-egress\nspec:\n  byEgressGateway:\n"
           "    name: egressgateway-a\n  egressRules:\n  - from:\n    - namespace: mytest\n      workloadSelector:\n"
           "        app: sleep-a\n    to:\n    - hosts:\n      - www.example.com\n      port:\n        number: 80\n"
           "        protocol: HTTP\n";
}

QByteArray expectations(int count)
{
    QByteArray text =
        "---\napiVersion: sallyport.dev/v1alpha1\nkind: Expectations\nmetadata:\n  name: smoke\nspec:\n  cases:\n";
    for (int i = 0; i < count; ++i)
        text += "  - from: {namespace: mytest, labels: {app: sleep-a}}\n    request: {url: \"http://www.example.com/"
            + QByteArray::number(i) + "\"}\n    expect: {verdict: allowed, status: 200}\n";
    return text;
}

TraceRequest request(const QString &url)
{
    TraceRequest wanted{u"mytest"_s, {{u"app"_s, u"sleep-a"_s}}, {}, {}};
    wanted.request.url = url;
    return wanted;
}

void replace(WorkspaceEditor &editor, const QByteArray &old, const QByteArray &text)
{
    const qsizetype at = editor.workspace().files[0]->stream.text.indexOf(old);
    QVERIFY(at >= 0);
    QVERIFY(editor.editText(0, {{{at, at + old.size()}, text}}, u"Type"_s));
}

} // namespace

class TestLiveTrace : public QObject
{
    Q_OBJECT
private slots:
    void watchedRequestIsTracedAgainAfterEveryChange();
    void stepsKnowTheObjectTheLineAndThePolicysField();
    void lastOfSeveralRequestsIsAnswered();
    void unwatchedRequestIsNotTraced();
    void expectationsAreEvaluatedAfterEveryChange();
    void requestInTheMidstOfAnEvaluationIsAnsweredBeforeItsEnd();
    void resultsGoWithTheirDocument();
    void itMayDieWhileItWorks();
};

void TestLiveTrace::watchedRequestIsTracedAgainAfterEveryChange()
{
    WorkspaceEditor editor;
    editor.newFile(policy(), u"policy.yaml"_s);
    editor.compileNow();
    LiveTrace live(&editor);
    QSignalSpy traced(&live, &LiveTrace::traced);
    live.watch(this, request(u"http://www.example.com/"_s));
    QTRY_COMPARE(traced.size(), 1);
    QCOMPARE(traced[0][1].value<PlacedTrace>().result.verdict, TraceVerdict::Allowed);
    replace(editor, "app: sleep-a", "app: other");
    QTRY_COMPARE(traced.size(), 2);
    QVERIFY(traced[1][1].value<PlacedTrace>().result.verdict != TraceVerdict::Allowed);
}

void TestLiveTrace::stepsKnowTheObjectTheLineAndThePolicysField()
{
    WorkspaceEditor editor;
    editor.newFile(policy(), u"policy.yaml"_s);
    editor.compileNow();
    LiveTrace live(&editor);
    QSignalSpy traced(&live, &LiveTrace::traced);
    live.watch(this, request(u"http://www.example.com/"_s));
    QTRY_COMPARE(traced.size(), 1);
    const auto trace = traced[0][1].value<PlacedTrace>();
    QVERIFY(!trace.steps.isEmpty());
    bool hasPlace = false;
    for (const PlacedStep &step : trace.steps) {
        if (!step.where.content)
            continue;
        QVERIFY(step.where.line >= 0);
        QVERIFY(step.where.line < step.where.content->yaml.count('\n'));
        QVERIFY(step.where.object.endsWith(step.where.content->ref.name));
        hasPlace = hasPlace || (step.where.place.ref.isValid() && step.where.place.line > 0);
    }
    QVERIFY(hasPlace);
}

void TestLiveTrace::lastOfSeveralRequestsIsAnswered()
{
    WorkspaceEditor editor;
    editor.newFile(policy(), u"policy.yaml"_s);
    editor.compileNow();
    LiveTrace live(&editor);
    QSignalSpy traced(&live, &LiveTrace::traced);
    live.watch(this, request(u"http://www.exampl"_s));
    live.watch(this, request(u"http://www.example.co"_s));
    live.watch(this, request(u"http://www.example.com"_s));
    QTRY_COMPARE(traced.size(), 1);
    QCOMPARE(traced[0][1].value<PlacedTrace>().request.request.url, u"http://www.example.com"_s);
}

void TestLiveTrace::unwatchedRequestIsNotTraced()
{
    WorkspaceEditor editor;
    editor.newFile(policy(), u"policy.yaml"_s);
    editor.compileNow();
    LiveTrace live(&editor);
    QObject other;
    QSignalSpy traced(&live, &LiveTrace::traced);
    live.watch(this, request(u"http://www.example.com/"_s));
    live.unwatch(this);
    live.watch(&other, request(u"http://www.example.com/"_s));
    QTRY_COMPARE(traced.size(), 1);
    QCOMPARE(traced[0][0].value<const QObject *>(), &other);
}

void TestLiveTrace::expectationsAreEvaluatedAfterEveryChange()
{
    WorkspaceEditor editor;
    editor.newFile(policy() + expectations(3), u"policy.yaml"_s);
    editor.compileNow();
    LiveTrace live(&editor);
    QVERIFY(live.isBusy());
    QTRY_VERIFY(!live.isBusy());
    QCOMPARE(live.results().size(), size_t(3));
    QCOMPARE(live.results()[2].state, ExpectationState::Holds);
    QCOMPARE(live.results()[2].where.path.toString(), u"spec.cases[2]"_s);
    replace(editor, "- www.example.com", "- www.example.org");
    editor.compileNow();
    QVERIFY(live.isBusy());
    QTRY_VERIFY(!live.isBusy());
    QCOMPARE(live.results().size(), size_t(3));
    QVERIFY(live.results()[2].state != ExpectationState::Holds);
}

void TestLiveTrace::requestInTheMidstOfAnEvaluationIsAnsweredBeforeItsEnd()
{
    WorkspaceEditor editor;
    editor.newFile(policy() + expectations(4000), u"policy.yaml"_s);
    editor.compileNow();
    LiveTrace live(&editor);
    bool wasBusy = false;
    int answers = 0;
    connect(&live, &LiveTrace::traced, this, [&] {
        wasBusy = wasBusy || live.isBusy();
        ++answers;
    });
    live.watch(this, request(u"http://www.example.com/first"_s));
    QTRY_COMPARE(answers, 1);
    live.watch(this, request(u"http://www.example.com/second"_s));
    QTRY_COMPARE(answers, 2);
    QVERIFY(wasBusy);
    QTRY_VERIFY_WITH_TIMEOUT(!live.isBusy(), 60'000);
    QCOMPARE(live.results().size(), size_t(4000));
    QCOMPARE(live.results()[3999].state, ExpectationState::Holds);
}

void TestLiveTrace::resultsGoWithTheirDocument()
{
    WorkspaceEditor editor;
    editor.newFile(policy(), u"policy.yaml"_s);
    editor.newFile(expectations(2).mid(4), u"expectations.yaml"_s);
    editor.compileNow();
    LiveTrace live(&editor);
    QTRY_COMPARE(live.results().size(), size_t(2));
    editor.close(1);
    QVERIFY(live.results().empty());
    editor.compileNow();
    QVERIFY(!live.isBusy());
}

void TestLiveTrace::itMayDieWhileItWorks()
{
    WorkspaceEditor editor;
    editor.newFile(policy() + expectations(2000), u"policy.yaml"_s);
    editor.compileNow();
    for (int i = 0; i < 5; ++i) {
        auto live = std::make_unique<LiveTrace>(&editor);
        live->watch(this, request(u"http://www.example.com/"_s));
        QTest::qWait(130 + i * 10);
        live.reset();
        QTest::qWait(1);
    }
}

QTEST_GUILESS_MAIN(TestLiveTrace)
#include "tst_livetrace.moc"
