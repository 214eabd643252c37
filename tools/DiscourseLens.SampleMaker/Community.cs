namespace DiscourseLens.SampleMaker;

/// <summary>An invented community. The names begin with "Sample" so that no chart can be taken for a real one.</summary>
/// <param name="Number">Its place in <see cref="All"/>.</param>
/// <param name="Name">Its name; <c>samples/study.json</c> gives its class.</param>
/// <param name="Threads">Threads a day on average.</param>
/// <param name="Targets">What its threads speak of, repeated by weight.</param>
/// <param name="Aside">Share of threads that speak of something else.</param>
/// <param name="Lean">Added to the share in favor, taken from the share against.</param>
internal sealed record Community(int Number, string Name, double Threads, string[] Targets, double Aside, double Lean)
{
    public static IReadOnlyList<Community> All { get; } =
    [
        new(0, "SampleKetamineTalk", 0.38, ["ketamine"], 0.06, 0.05),
        new(1, "SampleMdmaTherapy", 0.26, ["mdma", "mdma", "mdma", "mdma", "general"], 0.06, 0.06),
        new(2, "SampleGuidedSessions", 0.26, ["psilocybin", "psilocybin", "psilocybin", "mdma", "other", "general"], 0.08, 0.05),
        new(3, "SampleMushrooms", 0.22, ["psilocybin", "psilocybin", "psilocybin", "lsd"], 0.32, 0.03),
        new(4, "SampleMicrodosing", 0.18, ["psilocybin", "lsd", "lsd", "general"], 0.30, 0.02),
        new(5, "SampleDepression", 0.26, ["ketamine", "ketamine", "psilocybin", "general"], 0.34, -0.02),
        new(6, "SamplePtsd", 0.20, ["mdma", "mdma", "ketamine", "psilocybin", "other"], 0.28, 0),
        new(7, "SampleScienceNews", 0.16, ["mdma", "psilocybin", "ketamine", "lsd", "other", "general"], 0.22, -0.06),
    ];
}
