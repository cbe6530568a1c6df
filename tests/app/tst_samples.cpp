// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/istio/compile.h"
#include "ui/samples.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

Compilation compiled(const Sample &sample)
{
    Workspace workspace;
    workspace.files.push_back(std::make_shared<const SourceFile>(readFile(sample.fileName(), sample.text())));
    return compile(workspace);
}

} // namespace

class TestSamples : public QObject
{
    Q_OBJECT

private slots:
    void everySampleCompilesWithoutErrors()
    {
        for (const Sample &sample : samples() + QList<Sample>{firstStartSample()}) {
            const Compilation compilation = compiled(sample);
            QVERIFY2(!compilation.hasErrors(), qPrintable(sample.name));
            QVERIFY2(!compilation.objects.empty(), qPrintable(sample.name));
        }
    }

    void theFirstSampleHasOneFindingWithOneFix()
    {
        const Compilation compilation = compiled(firstStartSample());
        QCOMPARE(compilation.findings.size(), 1);
        QCOMPARE(compilation.findings.first().code, u"policy.name"_s);
        QCOMPARE(compilation.findings.first().fixes.size(), 1);
    }

    void everySampleHasWordsOfItsOwnAndAGoldenCase()
    {
        QSet<QString> titles;
        for (const Sample &sample : samples()) {
            QVERIFY2(sample.description.endsWith(u'.'), qPrintable(sample.name));
            titles.insert(sample.title);
            const QString golden =
                QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/golden/sample-%1/expected.yaml").arg(sample.name);
            QVERIFY2(QFile::exists(golden), qPrintable(golden));
        }
        QCOMPARE(titles.size(), samples().size());
    }

    void everyFileIsOffered()
    {
        QSet<QString> offered = {firstStartSample().fileName()};
        for (const Sample &sample : samples())
            offered.insert(sample.fileName());
        const QStringList files = QDir(u":/samples"_s).entryList();
        QCOMPARE(offered, QSet<QString>(files.begin(), files.end()));
    }
};

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
