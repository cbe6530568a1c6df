// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/workspace.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;

namespace sallyport {

/// A document that has no form, in a few lines to read; it is edited as text.
class DocumentSummary : public QWidget
{
    Q_OBJECT
public:
    explicit DocumentSummary(QWidget *parent = nullptr);

    void show(const DocumentReading &reading);

signals:
    void textRequested();

private:
    using Lines = QList<std::pair<QString, QString>>;
    void fill(const Lines &lines);

    QLabel *m_title;
    QLabel *m_explanation;
    QFormLayout *m_lines;
    QPushButton *m_toText;
    Lines m_shown;
};

} // namespace sallyport
