// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/inputs.h"

#include "core/document/diskfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Inputs)
};

const QString standardInput = u"-"_s;

/// Errors of files are worded for a window; a command has nothing open and writes nothing yet.
Error forCommand(Error error)
{
    error.what = Texts::tr("The input could not be read");
    error.unaffected = Texts::tr("Nothing was written.");
    return error;
}

Error noFiles(const QString &folder)
{
    return {.what = Texts::tr("The folder has nothing to read"),
            .where = folder,
            .unaffected = Texts::tr("Nothing was written."),
            .next = Texts::tr(
                "Name a folder with *.yaml, *.yml or *.json files; hidden ones and linked folders are left out."),
            .details = {}};
}

/// Gathers the inputs and the errors of one command line.
class Reader
{
public:
    explicit Reader(Console &console)
        : m_console(console)
    {
    }

    void readOperand(const QString &operand)
    {
        if (operand == standardInput)
            readStandardInput();
        else if (QFileInfo(operand).isDir())
            readFolder(operand);
        else
            readFile(operand);
    }

    std::optional<QList<InputFile>> result() const { return m_failed ? std::nullopt : std::optional(m_files); }

private:
    void fail(const Error &error)
    {
        m_failed = true;
        m_console.report(error);
    }

    void readStandardInput()
    {
        if (m_known.contains(standardInput))
            return;
        m_known.insert(standardInput);
        const Result<QByteArray> bytes = m_console.readInput();
        if (bytes)
            m_files.append({standardInput, *bytes});
        else
            fail(bytes.error());
    }

    void readFolder(const QString &folder)
    {
        const Result<QStringList> files = workspaceFiles(folder);
        if (!files)
            return fail(forCommand(files.error()));
        if (files->isEmpty())
            return fail(noFiles(folder));
        for (const QString &file : *files)
            readFile(QDir::cleanPath(file));
    }

    void readFile(const QString &path)
    {
        const QString identity = QFileInfo(path).canonicalFilePath();
        if (!identity.isEmpty() && m_known.contains(identity))
            return;
        m_known.insert(identity);
        const Result<QByteArray> bytes = readBytes(path);
        if (bytes)
            m_files.append({path, *bytes});
        else
            fail(forCommand(bytes.error()));
    }

    Console &m_console;
    QList<InputFile> m_files;
    QSet<QString> m_known;
    bool m_failed = false;
};

} // namespace

std::optional<QList<InputFile>> readInputs(const QStringList &operands, const TerminalCommand &command,
                                           Console &console)
{
    if (operands.isEmpty()) {
        console.report(usageError(command, Texts::tr("no file is named")));
        return std::nullopt;
    }
    Reader reader(console);
    for (const QString &operand : operands)
        reader.readOperand(operand);
    return reader.result();
}

std::optional<Workspace> readWorkspace(const QStringList &operands, const TerminalCommand &command, Console &console)
{
    const std::optional<QList<InputFile>> inputs = readInputs(operands, command, console);
    if (!inputs)
        return std::nullopt;
    Workspace workspace;
    for (const InputFile &input : *inputs)
        workspace.files.push_back(std::make_shared<const SourceFile>(readFile(input.path, input.bytes)));
    return workspace;
}

CommandOption targetOption()
{
    return {
        u"target"_s,
        u"TARGET"_s,
        Texts::tr(
            "istio: objects for any Istio mesh; asm: the policies for a mesh with their CRD; both (default: istio)"),
        {u"istio"_s, u"asm"_s, u"both"_s}};
}

ExportTarget targetOf(const Arguments &arguments)
{
    const QString target = arguments.value(u"target"_s);
    return target == "asm"_L1 ? ExportTarget::Asm : target == "both"_L1 ? ExportTarget::Both : ExportTarget::Istio;
}

} // namespace sallyport
