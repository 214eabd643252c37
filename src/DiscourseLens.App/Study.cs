using DiscourseLens.Collecting;
using DiscourseLens.Database;
using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.App;

/// <summary>The composition root: a store opened for writing, with the study's scope, key and scorers.</summary>
internal sealed class Study : IDisposable
{
    private readonly Settings _settings;
    private readonly LensDatabase _database;
    private readonly WriterLock _lock;
    private readonly RelevanceGate _gate;

    private Study(Settings settings)
    {
        _settings = settings;
        _lock = WriterLock.Take(settings.DatabasePath);
        _database = LensDatabase.OpenOrCreate(settings.DatabasePath);
        _gate = new RelevanceGate(new TermReader(TermLexicon.Load(settings.TermsPath)));
    }

    /// <summary>Opens the store of the settings for writing; no other process may write it meanwhile.</summary>
    public static Study OpenToWrite(Settings settings) => new(settings);

    /// <summary>Takes archives in.</summary>
    public ImportReport Import(
        IReadOnlyList<string> files, string? covers, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var scope = new ImportScope(_settings.Communities, _gate.Version.ToString(), ReadScope);
        var key = StudyKey.Load(_settings.StudyKey, Settings.StudyKeyFile);
        return new Collector(_database, scope, key).Import(files, covers, progress, cancellationToken);
    }

    public void Dispose() => _lock.Dispose();

    private ScopeReading ReadScope(string? title, string text, string communityClass, int threadConcepts)
    {
        var community = CommunityClasses.TryParse(communityClass, out var known) ? known : CommunityClass.General;
        var context = ThreadContext.None with { Root = (Concepts)threadConcepts };
        var decision = _gate.Decide(new PostInContext(title, text, community, context));
        return new ScopeReading(decision.Relevant, (int)decision.Named);
    }
}
