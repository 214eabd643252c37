using Dapper;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Collecting.Archives;

/// <summary>What each file declares to cover, as rows from which the coverage ledger is made.</summary>
internal sealed class FileWindows(SqliteConnection connection)
{
    /// <summary>Replaces the file's windows by a declaration that has any; returns whether anything changed.</summary>
    public bool Replace(long fileId, CoverageDeclaration declaration)
    {
        var rows = declaration.ByKind.SelectMany(kind => kind.Value.Select(window => new WindowRow
        {
            FileId = fileId,
            Kind = kind.Key.ToColumn(),
            FromMs = window.FromMs,
            UntilMs = window.UntilMs,
            State = window.State,
            Fraction = window.Fraction,
            Reason = window.Reason,
            Everywhere = declaration.Everywhere ? 1 : 0,
        })).OrderBy(row => row.Kind, StringComparer.Ordinal).ThenBy(row => row.FromMs).ToList();
        if (rows.Count == 0 || rows.SequenceEqual(Read(fileId)))
            return false;
        const string Clear = "delete from archive_window where file_id = @fileId";
        const string Insert = """
            insert into archive_window (file_id, kind, from_ms, until_ms, state, fraction, reason, everywhere)
            values (@FileId, @Kind, @FromMs, @UntilMs, @State, @Fraction, @Reason, @Everywhere)
            """;
        connection.Execute(Clear, new { fileId });
        connection.Execute(Insert, rows);
        return true;
    }

    /// <summary>Names the communities for which the file's windows hold.</summary>
    public void WriteCommunities(long fileId, long sourceId, IEnumerable<FileCommunity> communities)
    {
        const string Insert = """
            insert into archive_community (file_id, community_id)
            select @fileId, id from community where source_id = @sourceId and name_key = @Key
            on conflict do nothing
            """;
        connection.Execute(Insert, communities.Select(community => new { fileId, sourceId, community.Key }));
    }

    /// <summary>Whether the file's windows hold for every community of the source.</summary>
    public bool IsEverywhere(long fileId)
    {
        const string Sql = "select exists (select 1 from archive_window where file_id = @fileId and everywhere = 1)";
        return connection.ExecuteScalar<bool>(Sql, new { fileId });
    }

    private IEnumerable<WindowRow> Read(long fileId)
    {
        const string Sql = """
            select file_id as FileId, kind as Kind, from_ms as FromMs, until_ms as UntilMs, state as State, fraction as Fraction,
                reason as Reason, everywhere as Everywhere
            from archive_window where file_id = @fileId order by kind, from_ms
            """;
        return connection.Query<WindowRow>(Sql, new { fileId });
    }

    private sealed record WindowRow
    {
        public long FileId { get; init; }
        public string Kind { get; init; } = "";
        public long FromMs { get; init; }
        public long UntilMs { get; init; }
        public string State { get; init; } = "";
        public double Fraction { get; init; }
        public string? Reason { get; init; }
        public long Everywhere { get; init; }
    }
}
