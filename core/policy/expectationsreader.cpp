// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/expectationsreader.h"

#include "core/policy/metadatachecks.h"
#include "core/policy/names.h"
#include "core/policy/schema.h"
#include "core/policy/structure.h"

#include <QUrl>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView invalid = "expectations.invalid"_L1;

/// Reads one Expectations document from top to bottom.
class ExpectationsReader
{
    Q_DECLARE_TR_FUNCTIONS(ExpectationsReader)
public:
    explicit ExpectationsReader(DocumentFindings &findings)
        : m_findings(findings)
    {
    }

    Expectations read(const Place &root);

private:
    Expectation readCase(const Place &place);
    void readFrom(const Place &place, Expectation &expectation);
    RequestSpec readRequest(const Place &place);
    void checkUrl(const Place &place);
    void checkTcp(const Place &place);
    void checkMethod(const Place &place);
    void readExpect(const Place &place, Expectation &expectation);

    DocumentFindings &m_findings;
};

Expectations ExpectationsReader::read(const Place &root)
{
    checkStructure(*schemaOf(DocumentKind::Expectations), root, m_findings);
    checkVersion(root, {u"sallyport.dev/v1alpha1"_s}, m_findings);
    const Place metadata = root.child("metadata"_L1);
    const Place spec = root.child("spec"_L1);
    const Place cases = spec.child("cases"_L1);
    checkName(metadata, m_findings);
    Expectations expectations;
    expectations.name = metadata.child("name"_L1).text().value_or(QString());
    for (size_t i = 0; cases.isList() && i < cases.size(); ++i)
        expectations.cases.append(readCase(cases.item(i)));
    return expectations;
}

Expectation ExpectationsReader::readCase(const Place &place)
{
    Expectation expectation;
    expectation.name = place.child("name"_L1).text().value_or(QString());
    readFrom(place.child("from"_L1), expectation);
    expectation.request = readRequest(place.child("request"_L1));
    readExpect(place.child("expect"_L1), expectation);
    return expectation;
}

void ExpectationsReader::readFrom(const Place &place, Expectation &expectation)
{
    const Place namespacePlace = place.child("namespace"_L1);
    const Place labels = place.child("labels"_L1);
    expectation.namespaceName = namespacePlace.text().value_or(QString());
    if (namespacePlace.text() && !isDnsLabel(expectation.namespaceName))
        m_findings.add(invalid, namespacePlace, tr("“%1” is no valid namespace.").arg(expectation.namespaceName));
    checkLabels(labels, invalid, m_findings);
    expectation.labels = readLabels(labels);
    expectation.serviceAccount = place.child("serviceAccount"_L1).text().value_or(QString());
}

RequestSpec ExpectationsReader::readRequest(const Place &place)
{
    const Place url = place.child("url"_L1);
    const Place tcp = place.child("tcp"_L1);
    const Place method = place.child("method"_L1);
    RequestSpec request;
    request.url = url.text().value_or(QString());
    request.tcp = tcp.text().value_or(QString());
    if (place.isMap() && url.isAbsent() == tcp.isAbsent())
        m_findings.add(invalid, place,
                       url.isAbsent() ? tr("The request has neither url nor tcp.")
                                      : tr("The request has both url and tcp; it is one or the other."));
    checkUrl(url);
    checkTcp(tcp);
    checkMethod(method);
    request.method = method.text().value_or(request.method);
    for (const auto &[name, value] : readLabels(place.child("headers"_L1)))
        request.headers.append({name, value});
    return request;
}

void ExpectationsReader::checkUrl(const Place &place)
{
    const std::optional<QString> text = place.text();
    if (!text)
        return;
    const QUrl url(*text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty())
        m_findings.add(invalid, place,
                       tr("“%1” is no URL of the form http://host/path or https://host/path.").arg(*text));
}

void ExpectationsReader::checkTcp(const Place &place)
{
    const std::optional<QString> text = place.text();
    if (!text)
        return;
    const QUrl url(u"tcp://"_s + *text, QUrl::StrictMode);
    const bool isHostAndPort =
        url.isValid() && !url.host().isEmpty() && url.port() > 0 && url.path().isEmpty() && url.userInfo().isEmpty();
    if (!isHostAndPort)
        m_findings.add(invalid, place, tr("“%1” is no host with a port, like db.example.com:5432.").arg(*text));
}

void ExpectationsReader::checkMethod(const Place &place)
{
    const std::optional<QString> text = place.text();
    const auto isUpper = [](QChar c) { return (c >= u'A' && c <= u'Z') || c == u'-'; };
    if (text && (text->isEmpty() || !std::all_of(text->cbegin(), text->cend(), isUpper)))
        m_findings.add(invalid, place, tr("“%1” is no HTTP method; they are written in capitals.").arg(*text));
}

void ExpectationsReader::readExpect(const Place &place, Expectation &expectation)
{
    const Place verdict = place.child("verdict"_L1);
    const Place status = place.child("status"_L1);
    if (const std::optional<QString> text = verdict.text()) {
        if (*text == "allowed"_L1)
            expectation.verdict = ExpectedVerdict::Allowed;
        else if (*text == "blocked"_L1)
            expectation.verdict = ExpectedVerdict::Blocked;
        else if (*text != "any"_L1)
            m_findings.add(invalid, verdict, tr("“%1” is no verdict. It is allowed, blocked or any.").arg(*text));
    }
    if (const std::optional<qint64> code = status.integer()) {
        if (*code >= 100 && *code <= 599)
            expectation.status = int(*code);
        else
            m_findings.add(invalid, status, tr("%1 is no HTTP status.").arg(*code));
    }
    if (place.isMap() && verdict.isAbsent() && status.isAbsent())
        m_findings.add(invalid, place, tr("Nothing is expected: give a verdict, a status, or both."));
}

} // namespace

Expectations readExpectations(const Place &root, DocumentFindings &findings)
{
    return ExpectationsReader(findings).read(root);
}

} // namespace sallyport
