using DiscourseLens.Collecting;
using DiscourseLens.Scoring;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Series;
using DiscourseLens.Trends.Events;
using static DiscourseLens.App.SettingCheck;

namespace DiscourseLens.App;

/// <summary>The settings of one start: appsettings.json, appsettings.Local.json, environment, command line, later ones winning.</summary>
internal sealed record Settings
{
    /// <summary>Environment variables such as DISCOURSELENS__DATABASE__PATH.</summary>
    private const string EnvironmentPrefix = "DISCOURSELENS__";

    /// <summary>Where the store lies when nobody names another place.</summary>
    private const string DefaultDatabasePath = "data/discourselens.db";

    /// <summary>A study's own communities replace the shipped ones whole.</summary>
    private const string CommunitiesKey = "Study:Communities";

    private static readonly string[] s_classes = ["therapy", "substance", "mental-health", "general"];

    public required string DatabasePath { get; init; }

    /// <summary>Whether the settings are the shipped sample study's.</summary>
    public bool IsSample { get; private init; }

    /// <summary>Whether nobody named a store, by <c>--database</c> or in the settings.</summary>
    public bool IsDefaultStore { get; private init; }

    public required StudyOptions Study { get; init; }
    public required SeriesSettings Series { get; init; }
    public required InboxSettings Inbox { get; init; }
    public required PageSettings Page { get; init; }
    public required CollectSettings Collect { get; init; }
    public required TelemetrySettings Telemetry { get; init; }
    public required SentimentOptions Sentiment { get; init; }
    public required StanceSettings Stance { get; init; }

    /// <summary>The study's own dated events.</summary>
    public IReadOnlyList<DatedEvent> Events { get; private init; } = [];

    /// <summary>The folder of frozen series; relative paths start at the working folder.</summary>
    public required string FrozenPath { get; init; }

    /// <summary>Posts scored at once; 0 for one a processor.</summary>
    public required int ScoringWorkers { get; init; }
    public string? StudyKey { get; init; }

    /// <summary>The secrets of each source, from the environment.</summary>
    public IReadOnlyDictionary<string, SourceSecrets> Secrets { get; private init; } = new Dictionary<string, SourceSecrets>();

    /// <summary>Folder of the term files.</summary>
    public string TermsPath => Path.GetFullPath(Study.Terms, AppContext.BaseDirectory);

    /// <summary>Target id to term file.</summary>
    public IReadOnlyDictionary<string, string> TargetFiles => Study.Targets.ToDictionary(target => target.Id, target => target.File);

    /// <summary>Community name to class.</summary>
    public IReadOnlyDictionary<string, string> Communities => Study.Communities
        .SelectMany(group => group.Value.Select(name => (name, group.Key)))
        .ToDictionary(pair => pair.name, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The limits of series, as the library takes them.</summary>
    public SeriesOptions SeriesOptions => new()
    {
        ProvisionalDays = Series.ProvisionalDays,
        Suppression = new SuppressionRule(Series.MinimumPosts, Series.MinimumAuthors),
        Facets = Series.FacetKinds!.Value, // checked at start
    };

    /// <summary>The file that keeps the study key between runs, in the user's own data folder.</summary>
    public static string StudyKeyFile => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "discourselens", "study.key");

    /// <summary>Reads and checks the settings.</summary>
    /// <param name="database">The value of <c>--database</c>, or null.</param>
    /// <exception cref="LensException">A setting is wrong; the message names key, value and fix.</exception>
    public static Settings Load(string? database)
    {
        var shipped = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json").Build();
        var local = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath("appsettings.Local.json"), optional: true).Build();
        CollectChecks.RefuseSecrets(shipped);
        CollectChecks.RefuseSecrets(local);
        var own = new ConfigurationBuilder()
            .AddConfiguration(local)
            .AddEnvironmentVariables(EnvironmentPrefix)
            .Build();
        // Lists are laid over each other place by place; half of somebody else's communities would stay in the study.
        var ownCommunities = own.GetSection(CommunitiesKey).Exists();
        bool IsReplaced(string key) => ownCommunities && key.StartsWith(CommunitiesKey, StringComparison.Ordinal);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(shipped.AsEnumerable().Where(pair => pair.Value is not null && !IsReplaced(pair.Key)))
            .AddConfiguration(own)
            .Build();
        return Read(configuration, database, isSample: false);
    }

    /// <summary>The settings of the sample study, which no environment or local file changes.</summary>
    /// <param name="study">Its settings file.</param>
    /// <param name="database">Its store.</param>
    /// <param name="studyKey">The key under which its authors are kept.</param>
    public static Settings LoadSample(string study, string database, string studyKey)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(study)
            .AddInMemoryCollection([new("StudyKey", studyKey)])
            .Build();
        return Read(configuration, database, isSample: true);
    }

    private static Settings Read(IConfiguration configuration, string? database, bool isSample)
    {
        var path = database ?? configuration["Database:Path"] ?? DefaultDatabasePath;
        try
        {
            var collect = isSample ? new CollectSettings() : configuration.GetSection("Collect").Get<CollectSettings>()?.Normalised() ?? new CollectSettings();
            return new Settings
            {
                Collect = collect,
                Secrets = collect.Sources.Keys.ToDictionary(name => name, name => CollectChecks.SecretsOf(configuration, name)),
                DatabasePath = path,
                IsSample = isSample,
                IsDefaultStore = database is null && path == DefaultDatabasePath,
                Study = configuration.GetSection("Study").Get<StudyOptions>() ?? new StudyOptions(),
                Series = configuration.GetSection("Series").Get<SeriesSettings>() ?? new SeriesSettings(),
                Inbox = configuration.GetSection("Inbox").Get<InboxSettings>() ?? new InboxSettings(),
                Page = configuration.GetSection("Page").Get<PageSettings>() ?? new PageSettings(),
                Telemetry = isSample ? new TelemetrySettings() : configuration.GetSection("Telemetry").Get<TelemetrySettings>() ?? new TelemetrySettings(),
                Sentiment = configuration.GetSection("Scoring:Sentiment").Get<SentimentOptions>() ?? new SentimentOptions(),
                Stance = configuration.GetSection("Scoring:Stance").Get<StanceSettings>() ?? new StanceSettings(),
                FrozenPath = configuration["Frozen:Path"] ?? "data/frozen",
                Events = EventFile.Read(configuration["Trends:Events"] ?? ""),
                ScoringWorkers = configuration.GetValue("Scoring:Workers", 0),
                StudyKey = configuration["StudyKey"],
            }.Check();
        }
        catch (InvalidOperationException exception)
        {
            throw new LensException($"A setting has the wrong form: {exception.Message} See docs/settings.md.", exception);
        }
    }

    /// <summary>For commands that work on a store that is there.</summary>
    /// <exception cref="LensException">There is none.</exception>
    public void RequireStore()
    {
        if (!File.Exists(DatabasePath))
            throw new LensException($"There is no store at '{DatabasePath}'; import an archive first, or name it with --database.");
    }

    private Settings Check()
    {
        Require(Study.Name.Length > 0, "Study:Name", Study.Name, "give the study a name");
        Require(Study.Retention.TextDays is >= 1 and <= 36_500, "Study:Retention:TextDays", Study.Retention.TextDays, "give 1 to 36500 days");
        Require(Series.ProvisionalDays is >= 0 and <= 366, "Series:ProvisionalDays", Series.ProvisionalDays, "give 0 to 366 days");
        Require(Series.MinimumPosts is >= 1 and <= 1000, "Series:MinimumPosts", Series.MinimumPosts, "give 1 to 1000 posts");
        Require(Series.MinimumAuthors is >= 1 and <= 1000, "Series:MinimumAuthors", Series.MinimumAuthors, "give 1 to 1000 authors");
        Require(Series.FacetKinds is not null, "Series:Facets", Series.Facets, "give some of condition, language and age with blanks between them, or nothing");
        Require(FrozenPath.Length > 0, "Frozen:Path", FrozenPath, "name a folder");
        Require(Inbox.Path.Length > 0, "Inbox:Path", Inbox.Path, "name a folder");
        Require(Inbox.ScanSeconds is >= 1 and <= 3600, "Inbox:ScanSeconds", Inbox.ScanSeconds, "give 1 to 3600 seconds");
        Require(ScoringWorkers is >= 0 and <= ScoringOptions.MostWorkers, "Scoring:Workers", ScoringWorkers, "give 1 to 64, or 0 for one a processor");
        Require(DatabasePath.Length > 0, "Database:Path", DatabasePath, "name a file");
        Require(
            Study.Targets.Select(target => target.Id).Order().SequenceEqual(Targets.Ids.Skip(1).Order()),
            "Study:Targets", string.Join(' ', Study.Targets.Select(target => target.Id)),
            $"list each of {string.Join(", ", Targets.Ids.Skip(1))} once");
        foreach (var target in Study.Targets)
            Require(File.Exists(Path.Combine(TermsPath, target.File)), $"Study:Targets ({target.Id})", target.File, $"put this term file into '{TermsPath}'");
        foreach (var group in Study.Communities)
            Require(s_classes.Contains(group.Key), "Study:Communities", group.Key, $"use one of the classes {string.Join(", ", s_classes)}");
        var twice = Study.Communities.SelectMany(group => group.Value).GroupBy(name => name.ToLowerInvariant())
            .FirstOrDefault(same => same.Count() > 1);
        Require(twice is null, "Study:Communities", twice?.First(), "list every community once");
        StanceSettingsCheck.Check(Stance);
        Page.Check();
        Telemetry.Check();
        return this;
    }
}
