using Dapper;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Deleting;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Collecting.Revisiting;
using DiscourseLens.Database;
using DiscourseLens.Scoring;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Series;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Events;

namespace DiscourseLens.App;

/// <summary>The composition root: a store opened for writing, with the study's scope, key, scorers and roll-up.</summary>
internal sealed class Study : IDisposable
{
    private readonly Settings _settings;
    private readonly LensDatabase _database;
    private readonly WriterLock _lock;
    private readonly RunLog _run;

    private Study(Settings settings, string command)
    {
        _settings = settings;
        _lock = WriterLock.Take(settings.DatabasePath);
        _database = LensDatabase.OpenOrCreate(settings.DatabasePath);
        Scorers = ScorersOf(settings, ModelUsageRows.SpentMicros(_database));
        Declare();
        new EventCatalog(_database).Load(settings.Events);
        _run = RunLog.Start(_database, command, Program, TimeProvider.System);
    }

    private static string Program => "discourselens " + ProgramVersion.Text;

    /// <summary>The study's scorers.</summary>
    public Scorers Scorers { get; }

    /// <summary>The store.</summary>
    public LensDatabase Database => _database;

    /// <summary>Opens the store of the settings for writing; no other process may write it meanwhile.</summary>
    /// <param name="settings">Name the store and the study.</param>
    /// <param name="command">What the store's log of runs will say.</param>
    /// <exception cref="LensException">It is the sample study's, and the settings are another study's.</exception>
    public static Study OpenToWrite(Settings settings, string command)
    {
        if (!settings.IsSample)
            SampleStudy.Refuse(settings.DatabasePath);
        return new(settings, command);
    }

    /// <summary>Scorers without a store.</summary>
    /// <param name="settings">Name the study.</param>
    /// <param name="spentMicros">What its models have cost so far, in millionths.</param>
    public static Scorers ScorersOf(Settings settings, long spentMicros = 0) =>
        new(new TermReader(TermLexicon.Load(settings.TermsPath, settings.TargetFiles)), settings.Communities, StanceEngine.Make(settings.Stance, spentMicros),
            settings.Sentiment);

    /// <summary>The stage that takes archives in.</summary>
    /// <exception cref="LensException">The store is the finished sample study's.</exception>
    public Collector MakeCollector(Fence? fence = null)
    {
        SampleStudy.Refuse(_database.Path);
        return new(_database, ScopeOf(_settings, Scorers), Key, fence);
    }

    /// <summary>The stage that collects from configured sources.</summary>
    /// <exception cref="LensException">The store is the finished sample study's.</exception>
    public LiveCollector MakeLive(Fence? fence = null)
    {
        SampleStudy.Refuse(_database.Path);
        return new(_database, ScopeOf(_settings, Scorers), Key, TimeProvider.System, fence);
    }

    /// <summary>The stage that looks at posts again.</summary>
    /// <exception cref="LensException">The store is the finished sample study's.</exception>
    public RevisitRun MakeRevisits(Fence? fence = null)
    {
        SampleStudy.Refuse(_database.Path);
        return new(_database, ScopeOf(_settings, Scorers), Key, TimeProvider.System, fence);
    }

    /// <summary>The stage that lets texts expire.</summary>
    public Retention MakeRetention(Fence? fence = null) => new(_database, TimeProvider.System, fence);

    /// <summary>The stage that removes the last traces of what was purged.</summary>
    public Clearing MakeClearing(Fence? fence = null) => new(_database, TimeProvider.System, fence);

    /// <summary>Lets texts expire as the settings say, and removes the last traces of whatever was purged.</summary>
    public ClearingReport KeepHouse(CancellationToken cancellationToken)
    {
        MakeRetention().Run(_settings.Study.Retention.TextDays, cancellationToken);
        return MakeClearing().Run(cancellationToken);
    }

    /// <summary>Which posts a study stores.</summary>
    public static ImportScope ScopeOf(Settings settings, Scorers scorers) =>
        new(settings.Communities, scorers.Relevance.ToString(), (title, text, communityClass, threadConcepts) => Read(scorers, title, text, communityClass, threadConcepts), scorers.Communities);

    /// <summary>The stage that scores.</summary>
    public ScoringRun MakeScoring(Fence? fence = null) => MakeScoring(new ScoringOptions(), fence);

    /// <summary>The stage that rolls up.</summary>
    public Rollup MakeRollup(Fence? fence = null) => new(_database, _settings.SeriesOptions, fence);

    /// <summary>Takes archives in.</summary>
    public ImportReport Import(
        IReadOnlyList<string> files, string? covers, IProgress<ImportProgress> progress, CancellationToken cancellationToken) =>
        MakeCollector().Import(files, covers, progress, cancellationToken);

    /// <summary>Scores what lacks a current score.</summary>
    public ScoringReport Score(ScoringOptions options, IProgress<ScoringProgress> progress, CancellationToken cancellationToken) =>
        MakeScoring(options).Run(progress, cancellationToken);

    /// <summary>Brings the roll-ups up to date, or makes them all again.</summary>
    public RollupReport RollUp(bool rebuild, CancellationToken cancellationToken) =>
        rebuild ? MakeRollup().Rebuild(cancellationToken) : MakeRollup().Run(cancellationToken);

    /// <summary>The command reached its end; a study closed without this is logged as failed.</summary>
    public void Complete() => _run.Complete();

    public void Dispose()
    {
        _run.Dispose();
        _lock.Dispose();
    }

    private ScoringRun MakeScoring(ScoringOptions options, Fence? fence = null) => new(
        _database, Scorers, TimeProvider.System, fence, options with { Workers = _settings.ScoringWorkers });

    /// <summary>The key under which authors are kept.</summary>
    public StudyKey Key => StudyKey.Load(_settings.StudyKey, Settings.StudyKeyFile);

    private static ScopeReading Read(Scorers scorers, string? title, string text, string communityClass, int threadConcepts)
    {
        var community = CommunityClasses.TryParse(communityClass, out var known) ? known : CommunityClass.General;
        var context = ThreadContext.None with { Root = (Concepts)threadConcepts };
        var decision = scorers.Gate.Decide(new PostInContext(title, text, community, context));
        return new ScopeReading(decision.Relevant, (int)decision.Named);
    }

    /// <summary>Writes into the store what whoever opens it should know of the study.</summary>
    private void Declare()
    {
        const string Sql = """
            insert into study (name, value) values (@name, @value)
            on conflict (name) do update set value = excluded.value
            """;
        var study = _settings.Study;
        using var connection = _database.Connect();
        connection.Execute(Sql, new[]
        {
            new { name = "name", value = study.Name },
            new { name = "program", value = Program },
            new { name = "retention_text_days", value = string.Create(null, $"{study.Retention.TextDays}") },
            new { name = "ethics_approval", value = study.Ethics.Approval },
            new { name = "ethics_legal_basis", value = study.Ethics.LegalBasis },
            new { name = "ethics_contact", value = study.Ethics.Contact },
        });
    }
}
