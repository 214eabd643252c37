using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Database;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>A store that collects from a fake.</summary>
internal sealed class LiveStudy : IDisposable
{
    public const string UserAgent = "test:discourselens:v1 (by /u/nobody)";
    private readonly TestStudy _study = new();
    private readonly FakeSource _fake;
    private readonly HttpClient _http;

    public LiveStudy(FakeSource fake, PolitenessOptions? options = null, TimeSpan? depth = null)
    {
        _fake = fake;
        Options = options ?? new() { UserAgent = UserAgent };
        _http = Http(fake.Address, Options, fake.Time);
        Source = new("fake", "Fake", "test", depth ?? TimeSpan.FromHours(50), fake.Connect(new SourceClient(_http, Options, fake.Time)));
        Scope = new ImportScope(new Dictionary<string, string> { [fake.Community] = "substance" }, "1", (_, _, _, _) => default);
    }

    public PolitenessOptions Options { get; }
    public ConfiguredSource Source { get; }
    public ImportScope Scope { get; }
    public LensDatabase Database => _study.Database;
    public StudyKey Key => _study.Key;

    /// <summary>A client with the chain of handlers that the program uses.</summary>
    public static HttpClient Http(Uri address, PolitenessOptions options, TimeProvider time) => new(
        new UserAgentHandler(options.UserAgent)
        {
            InnerHandler = new PaceHandler(new HostPaces(), options, time)
            {
                InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) },
            },
        })
    {
        BaseAddress = address,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public Task<LiveReport> CollectAsync(
        CollectOptions? options = null, IProgress<LiveProgress>? progress = null, Fence? fence = null, CancellationToken? token = null) =>
        new LiveCollector(Database, Scope, _study.Key, _fake.Time, fence)
            .CollectAsync(Source, options ?? new(), progress, token ?? TestContext.Current.CancellationToken);

    public IReadOnlyList<string> Rows(string sql) => _study.Rows(sql);

    public T Scalar<T>(string sql) => _study.Scalar<T>(sql);

    public void Dispose()
    {
        _http.Dispose();
        _study.Dispose();
    }
}
