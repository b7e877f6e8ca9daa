// PrintPreview: tickets and receipt of a sale as they will come out of the printers that are chosen for them.
#pragma once

#include "ui/printing/printeddocument.h"
#include "ui/printing/printers.h"

#include <QtWidgets/QDialog>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QScrollArea)

namespace foyer {

/// One piece at a time; the arrow keys turn the pages.
class PrintPreview final : public QDialog
{
    Q_OBJECT

public:
    explicit PrintPreview(QWidget *parent = nullptr);

    /// Shown after what was added before.
    void add(const printing::PrintedDocument &document, const printing::PrinterSetup &printer);
    void showError(const Error &error);
    int pieces() const { return int(m_pieces.size()); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Piece {
        size_t source;
        int number;
    };
    struct Source {
        printing::PrintedDocument document;
        printing::PrinterSetup printer;
    };

    void turnTo(int piece);

    std::vector<Source> m_sources;
    std::vector<Piece> m_pieces;
    int m_current = 0;
    QScrollArea *m_scroll;
    QLabel *m_image;
    QLabel *m_where;
    QPushButton *m_previous;
    QPushButton *m_next;
};

} // namespace foyer
