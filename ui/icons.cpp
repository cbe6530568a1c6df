// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/icons.h"

#include "ui/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

QByteArray source(const QString &name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const bool found = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(found, "icon", qPrintable(file.fileName()));
    return found ? file.readAll() : QByteArray();
}

/// The SVG with the theme's colours in it: Qt Svg takes no colour from outside.
QByteArray coloured(QByteArray svg, const Theme &theme, const QColor &foreground)
{
    const std::pair<QByteArrayView, QColor> colours[] = {
        {"currentColor", foreground},           {"var(--accent)", theme.accent},  {"var(--error)", theme.error.text},
        {"var(--warning)", theme.warning.text}, {"var(--note)", theme.note.text}, {"var(--good)", theme.good.text},
    };
    for (const auto &[word, colour] : colours)
        svg.replace(word, colour.name().toLatin1());
    return svg;
}

class SvgEngine : public QIconEngine
{
public:
    explicit SvgEngine(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        const Theme &theme = Theme::of(palette);
        const QColor foreground = mode == QIcon::Disabled ? palette.color(QPalette::Disabled, QPalette::ButtonText)
                                                          : palette.color(QPalette::ButtonText);
        QByteArray svg = source(m_name);
        if (mode == QIcon::Disabled)
            svg.replace("var(--accent)", "currentColor");
        QSvgRenderer renderer(coloured(svg, theme, foreground));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = u"sallyport/%1/%2x%3/%4/%5"_s.arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(mode)
                                .arg(QGuiApplication::palette().cacheKey());
        QPixmap result;
        if (!QPixmapCache::find(key, &result)) {
            result = QPixmap(size);
            result.fill(Qt::transparent);
            QPainter painter(&result);
            paint(&painter, QRect(QPoint(), size), mode, state);
            painter.end();
            QPixmapCache::insert(key, result);
        }
        return result;
    }

    QIconEngine *clone() const override { return new SvgEngine(m_name); }
    QString key() const override { return u"sallyport"_s; }

private:
    QString m_name;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new SvgEngine(name));
}

} // namespace sallyport
