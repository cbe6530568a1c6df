// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/policy/protocol.h"

#include <QColor>
#include <QPalette>

class QWidget;

namespace sallyport {

/// Text on a ground of its own: readable together (contrast at least 4.5:1), whatever is around them.
struct Tint {
    QColor text;
    QColor ground;
};

/// Every colour of the window, for light and for dark: the widgets' palette, the previews, findings, chips and the flow strip.
///
/// The one place that knows colours. Widgets take the palette by itself; whoever paints asks `Theme::of(this)` while painting, or again
/// at QEvent::PaletteChange. Every text colour here has a contrast of at least 4.5:1 on `window`, on `base` and on the selection as well as
/// on its own ground: the selection is a pale accent, so that nothing changes its colour for being selected.
struct Theme {
    bool isDark = false;
    QPalette palette;

    QColor accent; ///< Focus, selection and the primary action; nothing else.
    QColor muted; ///< Text of second rank: labels, hints, units, line numbers.
    QColor line; ///< Separators and frames.

    // A finding: `text` for words and icons on any ground, `ground` behind its message.
    Tint error;
    Tint warning;
    Tint note;
    Tint good; ///< What is all right: allowed, applied, saved.

    // The class of a rule.
    Tint http;
    Tint tls;
    Tint tcp;

    /// What words of YAML look like, on `palette.base()`.
    struct Syntax {
        QColor key, string, number, keyword, comment, punctuation, invalid;
    } syntax;

    // Grounds of lines in previews; all syntax colours are readable on each.
    QColor currentLine;
    QColor markedLine; ///< Made by the selected field.
    QColor touchedLine; ///< Changed by the last edit, for a moment.
    QColor addedLine;
    QColor removedLine;
    QColor found; ///< A match of the search.

    const Tint &of(Severity severity) const;
    const Tint &of(TrafficClass trafficClass) const;

    static const Theme &light();
    static const Theme &dark();
    /// The one the widget is painted with: told by its palette, so that it is right for every widget at every moment.
    static const Theme &of(const QWidget *widget);
    static const Theme &of(const QPalette &palette);
};

/// What the user chose; System follows the desktop.
enum class ThemeChoice : quint8 { System, Light, Dark };

/// Gives the application our style and the theme's palette; every widget gets QEvent::PaletteChange.
void applyTheme(const Theme &theme);

/// Contrast of two colours as WCAG 2 defines it: 1 (none) to 21 (black on white).
double contrast(const QColor &a, const QColor &b);

} // namespace sallyport
