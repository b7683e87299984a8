namespace Huanxin.Core.Communities;

/// <summary>A judgement as lists say it (名单结论): the answer, or that the buildings differ.</summary>
public enum ListedVerdict { Yes, No, Unknown, Conditional, Split }
