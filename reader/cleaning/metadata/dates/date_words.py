"""The words that stand beside a date and say what it is the day of.

Here: tables only. Not here: the names of months and zones (language), finding dates in a text (`forms`).
"""

from __future__ import annotations

from reader.cleaning.lexicon.words import word_set

PUBLISHED_WORDS = word_set(
    """published publish write posted post created first originally date dated issued released release publication
    pubdate online veröffentlicht erstellt publiziert datum stand publié publie ligne publication créé paru
    publicado publicada publicación fecha creado publicado em publicação data pubblicato pubblicata
    pubblicazione gepubliceerd geplaatst datum opublikowano dodano publikacja utworzono опубликовано дата
    публикация опубліковано yayınlanma yayın giriş tarihi tarih yayınlandı publicerad publicerat publiceret
    udgivet offentliggjort publisert julkaistu vydáno publikováno közzétéve megjelent publicat publicată
    δημοσίευση δημοσιεύτηκε публикувано објављено objavljeno نشر نشرت تاريخ النشر منتشر פורסם प्रकाशित
    diterbitkan dipublikasikan 公開 掲載 发布 发表 發布 입력 등록 게시"""
)
"""Words that say that the date beside them is the day of publication."""

UPDATED_WORDS = word_set(
    """updated update modified edited revised last-updated aktualisiert geändert bearbeitet modifié mis à jour actualisé
    actualizado actualizada modificado atualizado atualizada aggiornato aggiornata modificato bijgewerkt gewijzigd
    aktualizacja zaktualizowano aktualizováno обновлено обновлён изменено оновлено güncelleme güncellenme güncellendi
    son uppdaterad opdateret oppdatert päivitetty frissítve actualizat ενημέρωση обновена ажурирано ažurirano تحديث
    آخر به\u200cروزرسانی עודכן अपडेट diperbarui 更新 수정"""
)
"""Words that say that the date beside them is that of a later change."""

OTHER_WORDS = word_set(
    """visit visited visita visite besuch event events vote votes poll taken photo photos photograph photographed foto
    fotos bild archivbild archivfoto file picture price prices rate rates kurs kurse cours precio cotización курс цена
    цены визит мероприятие expires expiry deadline closes ends begins starts born died veranstaltung termin ablauf
    evento проведения sitzung anmeldeschluss réunion reunión möte accadde"""
)
"""Words that say that the date beside them is the day of something else: of a picture, a visit, a price, an event."""
