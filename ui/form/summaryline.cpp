// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/summaryline.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>

namespace sallyport {

namespace {

class SummaryLine : public QLabel
{
public:
    SummaryLine(int lines, QWidget *parent)
        : QLabel(parent)
        , m_lines(lines)
    {
        setWordWrap(true);
        setAlignment(Qt::AlignLeft | Qt::AlignTop);
        setTextFormat(Qt::PlainText);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        fitToFont();
    }

    QSize sizeHint() const override { return {QLabel::sizeHint().width(), minimumHeight()}; }

protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
            fitToFont();
        QLabel::changeEvent(event);
    }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ToolTip)
            setToolTip(text());
        return QLabel::event(event);
    }

private:
    void fitToFont() { setFixedHeight(m_lines * fontMetrics().lineSpacing() + fontMetrics().descent()); }

    int m_lines;
};

} // namespace

QLabel *newSummaryLine(int lines, QWidget *parent)
{
    return new SummaryLine(lines, parent);
}

} // namespace sallyport
