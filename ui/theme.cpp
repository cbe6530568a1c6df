// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

/// The colours a palette is made of.
struct Grounds {
    QRgb window, base, alternate, button, text, line, midlight, dark;
    QRgb selection, selectionText, tip, link, disabled, inactiveSelection;
};

QPalette paletteOf(const Grounds &g, const QColor &muted)
{
    QPalette palette;
    palette.setColor(QPalette::Window, rgb(g.window));
    palette.setColor(QPalette::WindowText, rgb(g.text));
    palette.setColor(QPalette::Base, rgb(g.base));
    palette.setColor(QPalette::AlternateBase, rgb(g.alternate));
    palette.setColor(QPalette::Text, rgb(g.text));
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Button, rgb(g.button));
    palette.setColor(QPalette::ButtonText, rgb(g.text));
    palette.setColor(QPalette::BrightText, rgb(g.text));
    palette.setColor(QPalette::ToolTipBase, rgb(g.tip));
    palette.setColor(QPalette::ToolTipText, rgb(g.text));
    palette.setColor(QPalette::Highlight, rgb(g.selection));
    palette.setColor(QPalette::HighlightedText, rgb(g.selectionText));
    palette.setColor(QPalette::Link, rgb(g.link));
    palette.setColor(QPalette::LinkVisited, rgb(g.link));
    // Fusion draws its frames and shadows with these.
    palette.setColor(QPalette::Light, rgb(g.base));
    palette.setColor(QPalette::Midlight, rgb(g.midlight));
    palette.setColor(QPalette::Mid, rgb(g.line));
    palette.setColor(QPalette::Dark, rgb(g.dark));
    palette.setColor(QPalette::Shadow, rgb(g.dark));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, rgb(g.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Base, rgb(g.window));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, rgb(g.midlight));
    // A list that has lost the focus keeps its selection in grey: the accent says where the keyboard is.
    palette.setColor(QPalette::Inactive, QPalette::Highlight, rgb(g.inactiveSelection));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, rgb(g.text));
    return palette;
}

Theme makeLight()
{
    Theme t;
    t.accent = rgb(0x1f6f5c);
    t.muted = rgb(0x586271);
    t.line = rgb(0xc9ced6);
    t.palette = paletteOf({.window = 0xf2f3f5,
                           .base = 0xffffff,
                           .alternate = 0xf7f8fa,
                           .button = 0xf2f3f5,
                           .text = 0x1d232c,
                           .line = 0xc9ced6,
                           .midlight = 0xe4e7eb,
                           .dark = 0xa9b0bb,
                           .selection = 0xc5e3da,
                           .selectionText = 0x1d232c,
                           .tip = 0xffffff,
                           .link = 0x1a6152,
                           .disabled = 0x8d95a1,
                           .inactiveSelection = 0xdbe3e2},
                          t.muted);
    t.error = {rgb(0xa8201a), rgb(0xfdeceb)};
    t.warning = {rgb(0x7d4e00), rgb(0xfdf3dc)};
    t.note = {rgb(0x2b5b8f), rgb(0xe9f1fa)};
    t.good = {rgb(0x1b6a43), rgb(0xe6f4ec)};
    t.http = {rgb(0x1f5a94), rgb(0xe3eefa)};
    t.tls = {rgb(0x1b6648), rgb(0xe0f3e9)};
    t.tcp = {rgb(0x6b3f92), rgb(0xf1e8f9)};
    t.syntax = {.key = rgb(0x23568c),
                .string = rgb(0x2c6434),
                .number = rgb(0x7f4505),
                .keyword = rgb(0x6c3a93),
                .comment = rgb(0x5b6370),
                .punctuation = rgb(0x545c69),
                .invalid = rgb(0xa8201a)};
    t.currentLine = rgb(0xf2f5f7);
    t.markedLine = rgb(0xddf0ea);
    t.touchedLine = rgb(0xfff3cf);
    t.addedLine = rgb(0xe0f4e6);
    t.removedLine = rgb(0xfce7e5);
    t.found = rgb(0xffe58f);
    return t;
}

Theme makeDark()
{
    Theme t;
    t.isDark = true;
    t.accent = rgb(0x5cc4a8);
    t.muted = rgb(0xa3adbb);
    t.line = rgb(0x454c57);
    t.palette = paletteOf({.window = 0x262a31,
                           .base = 0x1d2026,
                           .alternate = 0x22262c,
                           .button = 0x30353d,
                           .text = 0xe2e6ec,
                           .line = 0x454c57,
                           .midlight = 0x373d46,
                           .dark = 0x14161a,
                           .selection = 0x1b463c,
                           .selectionText = 0xe2e6ec,
                           .tip = 0x30353d,
                           .link = 0x6fd0b6,
                           .disabled = 0x7d8694,
                           .inactiveSelection = 0x39424a},
                          t.muted);
    t.error = {rgb(0xff8f88), rgb(0x442326)};
    t.warning = {rgb(0xf0bd62), rgb(0x40351d)};
    t.note = {rgb(0x8fbcf0), rgb(0x22344a)};
    t.good = {rgb(0x7fd3a3), rgb(0x1f3a2c)};
    t.http = {rgb(0x93c1f5), rgb(0x22374f)};
    t.tls = {rgb(0x86d6ad), rgb(0x203c30)};
    t.tcp = {rgb(0xcfa9f0), rgb(0x3a2b4a)};
    t.syntax = {.key = rgb(0x8cbef2),
                .string = rgb(0xa2d1a0),
                .number = rgb(0xeab67c),
                .keyword = rgb(0xd0aef0),
                .comment = rgb(0x9aa4b2),
                .punctuation = rgb(0xa8b1be),
                .invalid = rgb(0xff8f88)};
    t.currentLine = rgb(0x252a31);
    t.markedLine = rgb(0x1e3a35);
    t.touchedLine = rgb(0x3f381f);
    t.addedLine = rgb(0x1e3a2a);
    t.removedLine = rgb(0x45262a);
    t.found = rgb(0x453806);
    return t;
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    const QColor c = color.toRgb();
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

const Tint &Theme::of(Severity severity) const
{
    switch (severity) {
    case Severity::Error:
        return error;
    case Severity::Warning:
        return warning;
    case Severity::Note:
        break;
    }
    return note;
}

const Tint &Theme::of(TrafficClass trafficClass) const
{
    switch (trafficClass) {
    case TrafficClass::Http:
        return http;
    case TrafficClass::Tls:
        return tls;
    case TrafficClass::Tcp:
        break;
    }
    return tcp;
}

const Theme &Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme &Theme::of(const QWidget *widget)
{
    return of(widget->palette());
}

const Theme &Theme::of(const QPalette &palette)
{
    const bool lightOnDark =
        luminance(palette.color(QPalette::WindowText)) > luminance(palette.color(QPalette::Window));
    return lightOnDark ? dark() : light();
}

void applyTheme(const Theme &theme)
{
    if (QApplication::style()->objectName() != "fusion"_L1)
        QApplication::setStyle(QStyleFactory::create(u"fusion"_s));
    QApplication::setPalette(theme.palette);
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace sallyport
