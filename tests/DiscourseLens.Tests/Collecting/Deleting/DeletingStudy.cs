using System.Text;
using Dapper;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Deleting;
using DiscourseLens.Database;
using DiscourseLens.Scoring;
using DiscourseLens.Scoring.Stance;
using DiscourseLens.Series;
using DiscourseLens.Tests.Scoring;
using DiscourseLens.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DiscourseLens.Tests.Collecting.Deleting;

/// <summary>A store that is really scored and rolled up, its archives and its backups each in a folder of their own.</summary>
internal sealed class DeletingStudy : IDisposable
{
    private static readonly Dictionary<string, string> s_communities = new() { ["TestTown"] = "substance" };
    private static readonly Scorers s_scorers = new(Shipped.Reader, s_communities, LinearStanceScorer.LoadShipped());
    private readonly TempFolder _store = new();
    private readonly TempFolder _backups = new();
    private readonly TempFolder _archives = new();
    public ImportScope Scope { get; } = new(s_communities, "1", (_, _, _, _) => default);
    private int _files;

    public DeletingStudy() => Database = LensDatabase.OpenOrCreate(_store.File("store.db"));

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero));
    public StudyKey Key { get; } = StudyKey.Load(TestStudy.Secret, "unused");
    public LensDatabase Database { get; private set; }
    public string BackupFolder => _backups.Path;
    public Forgetting Forgetting => new(Database, Time);

    public void Import(params IEnumerable<string> lines)
    {
        var path = _archives.File($"{_files++}.ndjson");
        File.WriteAllBytes(path, ArchiveBuilder.Bytes(lines));
        var report = new Collector(Database, Scope, Key, null, Time).Import([path], null, null, TestContext.Current.CancellationToken);
        Assert.Null(Assert.Single(report.Files).Error);
    }

    public void ScoreAndRollUp()
    {
        new ScoringRun(Database, s_scorers, Time, null, new ScoringOptions { Workers = 1 }).Run(null, TestContext.Current.CancellationToken);
        new Rollup(Database).Run(TestContext.Current.CancellationToken);
    }

    public ClearingReport Clear() => new Clearing(Database, Time).Run(TestContext.Current.CancellationToken);

    public string Backup()
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        return new Backups(Database, Time).Make(BackupFolder).Path;
    }

    public RestoreReport Restore(string backup)
    {
        var report = new Restoring(Time).Run(backup, Database.Path, force: true);
        Database = LensDatabase.OpenOrCreate(Database.Path);
        return report;
    }

    /// <summary>Fails where any file of the store or of a backup holds one of the texts, in any encoding SQLite has.</summary>
    public void HoldsNothingOf(IReadOnlyCollection<string> texts)
    {
        foreach (var (path, bytes) in Files())
        {
            foreach (var text in texts)
            {
                foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
                    Assert.False(bytes.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0, $"'{text}' stands in {Path.GetFileName(path)} as {encoding.WebName}");
            }
        }
    }

    /// <summary>How many of some byte sequences stand in any file of the store or of a backup.</summary>
    public int CountOf(IEnumerable<byte[]> sequences)
    {
        var files = Files().Select(file => file.Bytes).ToList();
        return sequences.Count(sequence => files.Any(bytes => bytes.AsSpan().IndexOf(sequence) >= 0));
    }

    private IEnumerable<(string Path, byte[] Bytes)> Files() => Directory.EnumerateFiles(_store.Path).Concat(Directory.EnumerateFiles(_backups.Path))
        .Select(path => (path, File.ReadAllBytes(path)));

    /// <summary>The series as they stand, and as they come out when they are made from nothing.</summary>
    public (IReadOnlyList<string> Kept, IReadOnlyList<string> FromScratch) Series()
    {
        var kept = Aggregates();
        using (var connection = Database.Connect())
        {
            foreach (var table in new[] { "series_day", "series_author_day", "read_day", "coverage_span", "community_range", "series", "series_bucket", "author_pack", "series_moment", "read_class", "calendar", "series_author_day_by", "series_month_by", "looked_day", "lost_day", "year_pack" })
                connection.Execute($"delete from {table}");
        }

        new Rollup(Database).Rebuild(TestContext.Current.CancellationToken);
        return (kept, Aggregates());
    }

    public IReadOnlyList<string> Rows(string sql)
    {
        using var connection = Database.ConnectReadOnly();
        return StoreContents.Rows(connection, sql);
    }

    public string Row(string sql) => Assert.Single(Rows(sql));

    public void Dispose()
    {
        _store.Dispose();
        _backups.Dispose();
        _archives.Dispose();
    }

    // Sums of doubles are compared as printed with nine digits: the order of rows may differ.
    private IReadOnlyList<string> Aggregates() => [.. new[]
    {
        "select 'day', source_id, community_id, target, day_ms, gate_id, scorer_id, n, round(value_sum, 9), favor, against, neutral from series_day",
        "select 'author', source_id, community_id, target, day_ms, gate_id, scorer_id, cluster_id, n, round(value_sum, 9), favor, against, neutral from series_author_day",
        "select 'read', source_id, community_id, day_ms, n, held, captured_ms from read_day",
        "select 'bucket', source_id, community_id, target, gate_id, scorer_id, measure, grain, start_ms, n, authors, round(value, 9), round(low, 9), round(high, 9) from series_bucket",
        "select 'pack', source_id, gate_id, scorer_id, target, day_ms, hex(pack) from author_pack",
        "select 'year', source_id, start_ms, gate_id, scorer_id, target, hex(pack) from year_pack",
        "select 'moment', source_id, grain, start_ms, gate_id, scorer_id, target, community_id, class, n, clusters, authors, round(value_sum, 9), favor, against, neutral from series_moment",
        "select 'series', source_id, community_id, target, gate_id, scorer_id, day_rows from series where day_rows > 0 or target = 'all'",
        "select 'part', source_id, community_id, facet_id, target, day_ms, gate_id, scorer_id, cluster_id, n, round(value_sum, 9), favor, against, neutral from series_author_day_by",
        "select 'part', source_id, community_id, facet_id, target, gate_id, scorer_id, measure, start_ms, n, authors, round(value, 9), round(low, 9), round(high, 9) from series_month_by",
        "select 'looked', * from looked_day",
        "select 'lost', * from lost_day",
        "select 'dirty', * from dirty_day",
    }.SelectMany(sql => Rows(sql).Order(StringComparer.Ordinal))];
}
