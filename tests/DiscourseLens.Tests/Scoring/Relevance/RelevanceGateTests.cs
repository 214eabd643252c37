using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Tests.Scoring.Relevance;

public sealed class RelevanceGateTests
{
    private static readonly ThreadContext RelevantParent = new(Concepts.Mdma | Concepts.Therapy, Concepts.Mdma, true, true);

    [Theory]
    [InlineData("Tried psilocybin for my PTSD and the panic got worse", "substance+therapy")]
    [InlineData("Took mushrooms on a whim and my depression went away for a month", "substance+therapy")]
    [InlineData("Has anyone had Spravato? Who pays for it?", "substance+therapy")]
    [InlineData("The agency turned down MDMA as a treatment", "substance+therapy")]
    [InlineData("My second ketamine session at the clinic made me weep", "substance+therapy")]
    [InlineData("SSRIs numbed me; one psilocybin evening helped more", "substance+mild")]
    [InlineData("How do I find an MDMA therapist?", "substance+therapy")]
    [InlineData("Medicalising ayahuasca is theft", "substance+therapy")]
    [InlineData("Decriminalise mushrooms, 2 grams, so that people with PTSD can heal", "substance+therapy")]
    public void Decide_IsRelevant_WhenSubstanceMeetsTherapy(string text, string rule)
    {
        var decision = Decide(text);
        Assert.True(decision.Relevant);
        Assert.Equal((rule, "self"), (decision.Rule, decision.Path));
        Assert.NotEqual(Concepts.None, decision.Targets);
        Assert.InRange(decision.Probability, 0.3, 0.99);
    }

    [Theory]
    [InlineData("Shrooms at the lake were a joy, best night of the year", CommunityClass.General)]
    [InlineData("Worst trip of my life on LSD, I thought I was dying", CommunityClass.Substance)]
    [InlineData("K-hole last weekend was wild", CommunityClass.Substance)]
    [InlineData("that acid trip session was long", CommunityClass.Substance)]
    [InlineData("what dose of acid for a concert", CommunityClass.Substance)]
    [InlineData("SSRIs are poison, my therapist says otherwise", CommunityClass.MentalHealth)]
    [InlineData("Legalise everything, adults may choose", CommunityClass.General)]
    [InlineData("Cannabis cured my anxiety disorder", CommunityClass.General)]
    [InlineData("kratom treatment for depression", CommunityClass.General)]
    [InlineData("physical therapy and acid reflux treatment", CommunityClass.General)]
    public void Decide_IsIrrelevant_WhenRecreationOrAnotherDrug(string text, CommunityClass community)
    {
        var decision = Decide(text, community);
        Assert.False(decision.Relevant);
        Assert.Equal(decision.Rule is "substance" or "substance+hint" ? "self" : "none", decision.Path);
        Assert.Equal(Concepts.None, decision.Targets);
        Assert.InRange(decision.Probability, 0.001, 0.49);
    }

    [Theory]
    [InlineData("Buy premium golden teachers, cures depression, Telegram at mycoseller")]
    [InlineData("Ketamine for depression, discreet shipping, text me on WhatsApp")]
    public void Decide_IsIrrelevant_WhenAdvertisement(string text) => Assert.Equal("advertising", Decide(text).Rule);

    [Fact]
    public void Decide_IsIrrelevant_WhenTheHalvesStandFarApart()
    {
        var decision = Decide($"LSD at sixteen. {string.Concat(Enumerable.Repeat("We drove on. ", 40))}Depression came at forty.");
        Assert.Equal((false, "apart"), (decision.Relevant, decision.Rule));
    }

    [Theory]
    [InlineData("Psilocybin therapy in Oregon", "", "title")]
    [InlineData("Psilocybin in Oregon", "It treats depression there.", "self")]
    [InlineData("Depression news", "Psilocybin is in the papers.", "self")]
    public void Decide_ReadsTheTitle(string title, string text, string path)
    {
        var decision = Shipped.Gate.Decide(new PostInContext(title, text, CommunityClass.General, ThreadContext.None));
        Assert.Equal((true, path, Concepts.Psilocybin), (decision.Relevant, decision.Path, decision.Targets));
        Assert.Contains(decision.Evidence, mention => mention.InTitle);
    }

    [Theory]
    [InlineData("It lifted my depression", Concepts.Lsd, Concepts.None, "inherit:parent", Concepts.Lsd)]
    [InlineData("It lifted my depression", Concepts.None, Concepts.Lsd, "inherit:root", Concepts.Lsd)]
    [InlineData("Ketamine, in my case", Concepts.Condition, Concepts.None, "inherit:parent", Concepts.Ketamine)]
    [InlineData("Ketamine, in my case", Concepts.None, Concepts.Therapy, "inherit:root", Concepts.Ketamine)]
    public void Decide_TakesTheOtherHalf_FromTheThread(
        string text, Concepts parent, Concepts root, string rule, Concepts targets)
    {
        var decision = Decide(text, context: new ThreadContext(parent, root, false, false));
        Assert.Equal((true, rule, targets), (decision.Relevant, decision.Rule, decision.Targets));
        Assert.Equal(rule[8..], decision.Path);
    }

    [Theory]
    [InlineData("This.")]
    [InlineData("lol")]
    [InlineData("source?")]
    [InlineData("Exactly, well said, my friend")]
    [InlineData("It sounds wonderful and I hope they get there")]
    [InlineData("I'd never do it, but people should have the option")]
    [InlineData("Veterans deserve access NOW")]
    public void Decide_CountsShortReply_WhenParentIsRelevant(string text)
    {
        var decision = Decide(text, context: RelevantParent);
        Assert.Equal((true, "context-only", "parent", Concepts.Mdma),
            (decision.Relevant, decision.Rule, decision.Path, decision.Targets));
        Assert.True(decision.Probability < Shipped.Gate.Decide(
            new PostInContext(null, "MDMA therapy", CommunityClass.General, ThreadContext.None)).Probability);
        Assert.False(Decide(text).Relevant);
    }

    [Fact]
    public void Decide_DropsLongReply_WhenItNamesNothing()
    {
        var reply = string.Concat(Enumerable.Repeat("My cousin sells boats and they are blue. ", 12));
        Assert.Equal((false, "drifted"), (Decide(reply, context: RelevantParent).Relevant, Decide(reply, context: RelevantParent).Rule));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("[deleted]")]
    [InlineData("[removed]")]
    public void Decide_KeepsUnreadablePost_WhenThreadIsRelevant(string text)
    {
        Assert.Equal((true, "thread"), (Decide(text, context: RelevantParent).Relevant, Decide(text, context: RelevantParent).Rule));
        Assert.False(Decide(text).Relevant);
    }

    [Fact]
    public void Decide_NeedsOneHalfOnly_WhenTherapyCommunity()
    {
        var decision = Decide("Ketamine bladder is real, mind how often", CommunityClass.Therapy);
        Assert.Equal((true, "community"), (decision.Relevant, decision.Rule));
        Assert.False(Decide("Ketamine bladder is real, mind how often", CommunityClass.Substance).Relevant);
    }

    [Fact]
    public void Decide_PrefersOwnTargets_OverInherited() =>
        Assert.Equal(Concepts.Ketamine, Decide("Ketamine therapy here", context: RelevantParent).Targets);

    [Fact]
    public void Version_ChangesWithTheModel()
    {
        var version = Shipped.Gate.Version;
        Assert.Equal(("relevance", "term-cascade", "2"), (version.Kind, version.Name, version.Version));
        Assert.NotEqual(RelevanceGate.With(Shipped.Reader, null).Version.Hash, version.Hash);
    }

    [Fact]
    public void EveryRule_IsWeighedOrHasAProbability()
    {
        Assert.All(RelevanceRules.All, rule => Assert.True(RelevanceRules.IsWeighed(rule) || RelevanceRules.FixedProbabilityOf(rule) is > 0 and < 1));
        Assert.All(RelevanceRules.Weighed, rule => Assert.Throws<ArgumentOutOfRangeException>(() => RelevanceRules.FixedProbabilityOf(rule)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RelevanceRules.FixedProbabilityOf("guess"));
    }

    [Theory]
    [InlineData("Tried psilocybin for my PTSD and the panic got worse")]
    [InlineData("LSD tabs at a rave")]
    [InlineData("")]
    public void Decide_AgreesWithItsProbabilityAndBand(string text)
    {
        var decision = Decide(text);
        Assert.Equal(decision.Probability >= Bands.Operating, decision.Relevant);
        Assert.Equal(Bands.Of(decision.Probability), decision.Band);
    }

    [Theory]
    [InlineData(0.02, "auto-out")]
    [InlineData(0.10, "auto-out")]
    [InlineData(0.11, "to-be-coded")]
    [InlineData(0.849, "to-be-coded")]
    [InlineData(0.85, "auto-in")]
    public void Band_CutsWhereDocumented(double probability, string band) => Assert.Equal(band, Bands.Of(probability));

    private static RelevanceDecision Decide(
        string text, CommunityClass community = CommunityClass.General, ThreadContext? context = null) =>
        Shipped.Gate.Decide(new PostInContext(null, text, community, context ?? ThreadContext.None));
}
