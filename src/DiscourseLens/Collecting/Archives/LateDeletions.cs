using Dapper;
using DiscourseLens.Collecting.Deleting;
using DiscourseLens.Database;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>
/// Staged posts that must not be stored: those an archive marks as deleted after they were captured, and whatever was forgotten.
/// Whatever the order of archives, none of them stays: stored ones are purged with all that hangs on them, staged ones are dropped.
/// </summary>
/// <param name="connection">The connection, with the staged posts attached.</param>
/// <param name="sourceId">Row of <c>source</c>.</param>
/// <param name="reason">Why staged posts are called gone, one of <see cref="PurgeReason"/>.</param>
internal sealed class LateDeletions(SqliteConnection connection, long sourceId, string reason = PurgeReason.DeletedLater)
{
    private PurgeCounts _purged = PurgeCounts.None;
    private bool _hasPurged;
    private int _noted;

    /// <summary>Purges and drops, inside the publishing transaction; returns how many staged posts were dropped.</summary>
    public long Publish()
    {
        // A post of a forgotten author may be stored already, from a sighting that did not name the author.
        const string Note = """
            insert into gone_item (source_id, native_id)
            select @sourceId, native_id from staged.gone
            union
            select @sourceId, native_id from staged.post where author_key in (select key from forgotten_author)
            on conflict do nothing
            """;
        const string Gone = """
            select i.id from item i join gone_item g on g.source_id = i.source_id and g.native_id = i.native_id
            where i.source_id = @sourceId
            """;
        const string Drop = """
            delete from staged.hint where native_id in (select native_id from gone_item where source_id = @sourceId);
            delete from staged.post where native_id in (select native_id from gone_item where source_id = @sourceId)
            """;
        _noted = connection.Execute(Note, new { sourceId });
        _purged = _noted == 0 ? PurgeCounts.None : new Purge(connection).Items(Gone, new { sourceId });
        var before = Staged();
        connection.Execute(Drop, new { sourceId });
        return before - Staged();
    }

    /// <summary>Writes the receipts of what was purged and of what the merge showed as gone.</summary>
    public void Account(PurgeCounts shownGone, long nowMs)
    {
        const string ShowsGone = "select exists (select 1 from staged.post where text = '')";
        var always = PurgeReceipts.BackupsMayHoldMore(connection) && (_noted > 0 || connection.ExecuteScalar<bool>(ShowsGone));
        PurgeReceipts.Write(connection, reason, _purged, nowMs, always);
        PurgeReceipts.Write(connection, PurgeReason.ShownGone, shownGone, nowMs);
        _hasPurged |= !_purged.IsNone || !shownGone.IsNone;
    }

    /// <summary>Something else was purged in this transaction.</summary>
    public void NoteTraces() => _hasPurged = true;

    /// <summary>After the commit: purged texts must not survive in the write-ahead log either.</summary>
    public void EmptyLog()
    {
        if (_hasPurged)
            WriteAheadLog.Empty(connection);
        _hasPurged = false;
    }

    private long Staged() => connection.ExecuteScalar<long>("select count(*) from staged.post");
}
