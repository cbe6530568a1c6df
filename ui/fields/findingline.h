// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QWidget>

class QToolButton;

namespace sallyport {

/// One line for the finding that matters most: sign, word, sentence and its ways out. It keeps its room when there is none.
class FindingLine : public QWidget
{
    Q_OBJECT
public:
    explicit FindingLine(QWidget *parent = nullptr);

    /// Shows the worst of them, after the name of its field where one is given, and how many more there are.
    void show(const QList<Diagnostic> &findings, const QString &fieldName = {});
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void fixChosen(const sallyport::Diagnostic &finding, int fix);
    void clicked(const sallyport::Diagnostic &finding);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void offerFixes();

    QList<Diagnostic> m_finding; ///< None or one.
    QString m_text;
    QToolButton *m_fix;
};

} // namespace sallyport
