// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/protocol.h"

#include <QFont>
#include <QRect>

class QPainter;
class QPalette;

namespace sallyport {

/// The chip of a traffic class: its word on its colour in a shape of its own (HTTP round, TLS with cut corners, TCP square).
QSize chipSize(TrafficClass trafficClass, const QFont &font);
void paintChip(QPainter *painter, const QRect &place, TrafficClass trafficClass, const QPalette &palette);

} // namespace sallyport
