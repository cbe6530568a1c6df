// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/textdiff.h"

#include <QPlainTextEdit>

namespace sallyport {

/// A difference of texts to read: added and removed lines by sign and by ground.
class DiffView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);

    /// One file's hunks after the other, each below its file's title.
    struct FileDiff {
        QString title;
        QList<DiffHunk> hunks;
    };
    void setDiff(const QList<FileDiff> &files);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintGrounds();

    QList<DiffLine::Kind> m_kinds; ///< One for each line shown.
};

} // namespace sallyport
